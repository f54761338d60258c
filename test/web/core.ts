/** A small core behind the desk that remembers what it was asked, what it was told, and who may come in. */

import type { DeskAccess } from '../../adapters/web/access.ts'
import type { Handle, Intent, Reply } from '../../src/chat/intent.ts'
import { type Message, say } from '../../src/chat/words.ts'
import { check } from '../../src/forms/check.ts'
import { CHECK_PAGE, view } from '../../src/forms/draw.ts'
import type { Answer } from '../../src/forms/form.ts'
import { readValue } from '../../src/forms/read.ts'
import { route } from '../../src/forms/route.ts'
import { type Refusal, refuse } from '../../src/kernel/result.ts'
import { minutesAfter } from '../../src/kernel/time.ts'
import { agencyReturn, context } from './form.ts'
import { home } from './messages.ts'

const FOR_MINUTES = 30

export function createCore() {
  let at = '2026-12-21T10:00:00.000Z'
  const intents: Intent[] = []
  const seen = new Set<string>()
  const answers = new Map<string, Answer>()
  const done: string[] = []
  const links = new Map<string, { target: string; until: string; spent: boolean }>()
  const sessions = new Map<string, { idleFrom: string }>()
  let trouble: Refusal | Error | undefined

  const draw = (page: string, problems: ReturnType<typeof check> = []): Reply => ({
    kind: 'form',
    view: view(agencyReturn, page, Object.fromEntries(answers), context, {
      draft: 'draft_1',
      surface: 'desk',
      pace: 'page',
      problems,
    }),
  })

  const turn = ({ page, go, values }: Readonly<Record<string, unknown>>): Reply => {
    const asked = agencyReturn.sections.flatMap((section) => section.questions)
    const unsaved = Object.entries(values as Record<string, unknown>).flatMap(([id, raw]) => {
      const question = asked.find((one) => one.id === id)
      if (question === undefined) return []
      const { value, problem } = readValue(question, raw, context)
      if (problem?.code === 'personal-detail') return [problem]
      answers.set(id, value)
      return []
    })
    const now = Object.fromEntries(answers)
    const pages = [...route(agencyReturn, now, context).map((one) => one.id), CHECK_PAGE]
    const place = pages.indexOf(String(page))
    if (go === 'save') return { kind: 'done', message: say('JUNIPER: saved.') }
    if (go === 'back') return draw(pages[place - 1] ?? '')
    const problems = check(
      agencyReturn,
      now,
      context,
      go === 'submit' ? { scope: 'all' } : { scope: 'page', page: String(page) },
    )
    if (unsaved.length + problems.length > 0) return draw(String(page), [...unsaved, ...problems])
    if (go !== 'submit') return draw(pages[place + 1] ?? CHECK_PAGE)
    done.push('submitted')
    return { kind: 'done', message: say('The return has been submitted.') }
  }

  const reply = (intent: Intent): Reply => {
    if (seen.has(intent.id)) return { kind: 'nothing' }
    if (trouble instanceof Error) throw trouble
    if (trouble !== undefined && intent.verb !== 'form.see') return { kind: 'refusal', refusal: trouble }
    seen.add(intent.id)
    switch (intent.verb) {
      case 'home':
        return { kind: 'message', message: home }
      case 'form.see':
        return draw(String(intent.input.page ?? ''))
      case 'form.page':
        return turn(intent.input)
      case 'form.open':
        return draw('')
      case 'matter.see':
        return intent.subject === 'rr-2026-04'
          ? { kind: 'message', message: home }
          : {
              kind: 'refusal',
              refusal: refuse('no-such-matter', 'There is no such matter any more.', 'Ask for the list again.'),
            }
      case 'command':
        return { kind: 'message', message: say(`You said ${intent.input.command}: ${intent.input.text}`) }
      default:
        done.push(intent.verb)
        return { kind: 'card', message: say(`Done: ${intent.verb}`) }
    }
  }

  const handle: Handle = (intent) => {
    intents.push(intent)
    return reply(intent)
  }

  const opening = (token: string) => {
    const link = links.get(token)
    if (link === undefined)
      return refuse('link-unknown', 'This link is not known', 'Use the newest one that Muster sent you.')
    if (link.spent)
      return refuse('link-spent', 'This link has been used already', 'Say "muster desk" to Muster for a new one.')
    return link.until > at
      ? link
      : refuse('link-expired', 'This link is too old', 'Say "muster desk" to Muster for a new one.')
  }
  const priya = { person: 'spa', name: 'Priya Sampleton' }
  const access: DeskAccess = {
    peek(token) {
      const link = opening(token)
      return 'refused' in link ? link : priya
    },
    enter(token) {
      const link = opening(token)
      if ('refused' in link) return link
      link.spent = true
      const session = `session-${sessions.size + 1}`
      sessions.set(session, { idleFrom: minutesAfter(at, FOR_MINUTES) })
      return { session, target: link.target, name: priya.name }
    },
    personOf(session) {
      const found = sessions.get(session)
      if (found === undefined || found.idleFrom <= at) return undefined
      found.idleFrom = minutesAfter(at, FOR_MINUTES)
      return priya
    },
    leave: (session) => void sessions.delete(session),
  }

  return {
    handle,
    access,
    clock: () => at,
    intents,
    answers,
    done,
    links,
    sessions,
    /** Muster sends a link. */
    sendsLink(token: string, target = '/desk') {
      links.set(token, { target, until: minutesAfter(at, FOR_MINUTES), spent: false })
    },
    minutesPass(minutes: number) {
      at = minutesAfter(at, minutes)
    },
    /** From now on everything but looking is refused, or fails. */
    hasTrouble(what: Refusal | Error | undefined) {
      trouble = what
    },
  }
}

export type Core = ReturnType<typeof createCore>
export type { Message }

/** Muster itself: help, links, channels, the record, and what one person owes. */
import { z } from 'zod'
import { type Command, commands, families } from '../../chat/commands.ts'
import { actions, heading, list, type Message, notice, quiet, say, text } from '../../chat/words.ts'
import { isRefusal, refuse } from '../../kernel/result.ts'
import { minutesAfter, sayDate } from '../../kernel/time.ts'
import { mayEver } from '../../partnership/authority/ever.ts'
import { verbRule } from '../../partnership/authority/verbs.ts'
import { group, memberById } from '../../partnership/partnership.ts'
import { inspectRecord } from '../../record/pins.ts'
import { deskLink, LINK_MINUTES } from '../access.ts'
import type { Handler } from '../ctx.ts'
import { owingFace } from '../digest.ts'
import { hashOfSecret } from '../secrets.ts'
import { see } from './cases.ts'
import { keepTyped } from './forms.ts'
import { read } from './read.ts'

/** What Muster can do for whoever asks, in the words one types; and what it is not. Words that would only ever be refused to them are left out. */
export const help: Handler = (ctx) => {
  const { partnership, person, at } = ctx
  const isTheirs = ({ verb, asks = verb }: Command) =>
    verbRule(asks) === undefined || mayEver(partnership, person.id, asks, at)
  return { kind: 'message', message: helpFor(partnership.profile.dutyContacts, commands.filter(isTheirs)) }
}

function helpFor(duty: { emergency: string; otherwise: string }, theirs: readonly Command[]): Message {
  const ofFamily = (family: string) =>
    theirs.filter((one) => (one.words === family && family !== 'muster') || one.words.startsWith(`${family} `))
  return {
    summary: 'Muster: what you can say',
    sensitivity: 'open',
    blocks: [
      notice('warn', `Muster is not a way to report that a child is at risk. ${duty.emergency} ${duty.otherwise}`),
      ...families.flatMap((family) => {
        const said = ofFamily(family).map((one) => `${one.example ?? one.words}: ${one.says}`)
        return said.length === 0 ? [] : [heading(family), list(said)]
      }),
      quiet(
        'The same words work in Slack after a slash, in Teams after a mention, and on the desk. Never write about a child or a family here.',
      ),
    ],
  }
}

/** Everything this person owes; the Slack home, the desk's front page, and the answer to "muster owe". */
export const owes: Handler = (ctx) => ({ kind: 'message', message: owingFace(ctx, ctx.person.id) })

const wantedLink = z.object({
  target: z.string().optional(),
  draft: z.string().optional(),
  page: z.string().optional(),
  question: z.string().optional(),
})

/** A personal link to the desk. It is said to the person alone, works once, and soon not at all. */
export const desk: Handler = (ctx) => {
  const wanted = read(wantedLink, ctx.intent.input)
  if (isRefusal(wanted)) return wanted
  // Whoever is at the desk already is shown the thing itself.
  if (ctx.intent.where.kind === 'desk') return ctx.intent.subject === undefined ? owes(ctx) : see(ctx)
  const unkept = wanted.draft === undefined ? undefined : keepTyped(ctx, wanted.draft, wanted.question)
  if (unkept) return unkept
  const url = deskLink(ctx.house, ctx.tx, ctx.person.id, targetOf(wanted), ctx.at)
  return {
    kind: 'message',
    message: say(
      `Your personal link to the desk. It works once, within ${LINK_MINUTES} minutes, and only for you.`,
      actions([{ label: 'Open the desk', verb: 'desk.opened', url, style: 'primary' }]),
    ),
  }
}

/** A form opens on the page asked for, or where the question is. */
function targetOf({ target = '', draft, page, question }: z.infer<typeof wantedLink>): string {
  if (draft === undefined) return `/desk/${target}`
  const where = new URLSearchParams({ ...(page && { page }), ...(question && { question }) }).toString()
  return `/desk/form/${encodeURIComponent(draft)}${where && `?${where}`}`
}

const CODE_MINUTES = 30

/** Connects an account: without a code, makes one for another account of the same person; with one, spends it. */
export const link: Handler = (ctx) => {
  const code = typeof ctx.intent.input.code === 'string' ? ctx.intent.input.code.trim().toUpperCase() : ''
  if (code === '') return { kind: 'message', message: codeFor(ctx, ctx.person.id, 'your other account') }
  const known = ctx.tx.links.find(hashOfSecret(code))
  if (known?.purpose !== 'code' || known.spentAt !== undefined || known.expiresAt <= ctx.at) {
    return refuse(
      'code-unknown',
      'That code is not valid, or is no longer valid.',
      'Ask the support team for a new one.',
    )
  }
  const person = memberById(ctx.partnership, known.person, ctx.at)
  if (person === undefined)
    return refuse('code-unknown', 'That code is not valid any more.', 'Ask the support team for a new one.')
  ctx.tx.links.spend(known.hash, ctx.at)
  ctx.tx.doors.put({ ...ctx.intent.who, person: person.id, how: 'code', since: ctx.at, lastUsed: ctx.at })
  ctx.tx.journal.append({
    at: ctx.at,
    by: person.id,
    verb: 'door.known',
    detail: { platform: ctx.intent.who.platform, how: 'code' },
  })
  return { kind: 'message', message: say(`This account is now known as ${person.name}. Say "muster help" to begin.`) }
}

/** A one-time code for somebody whose account Muster cannot know by e-mail: outside members, Slack Connect. */
export const invite: Handler = (ctx) => {
  const allowed = ctx.may('muster.link')
  if (isRefusal(allowed)) return allowed
  const named = String(ctx.intent.input.person ?? '').toLowerCase()
  const here = [...ctx.partnership.people.values()].filter(({ left }) => left === undefined || ctx.at < left)
  const person = here.find(
    (one) => one.id === named || one.name.toLowerCase() === named || one.email?.toLowerCase() === named,
  )
  if (person === undefined)
    return refuse(
      'no-such-person',
      `Nobody in the partnership is called "${named}".`,
      'Write their name or e-mail address as it stands in the profile.',
    )
  return { kind: 'message', message: codeFor(ctx, person.id, person.name) }
}

function codeFor(ctx: Parameters<Handler>[0], person: string, whose: string): Message {
  const code = ctx.house.ids.code()
  ctx.tx.links.add({
    hash: hashOfSecret(code),
    purpose: 'code',
    person,
    target: '',
    expiresAt: minutesAfter(ctx.at, CODE_MINUTES),
    once: true,
  })
  const message = say(
    `A link code for ${whose}: ${code}`,
    text(`In the account to be connected, send: muster link ${code}. It works once, within ${CODE_MINUTES} minutes.`),
  )
  // The summary may stand on a lock screen, and whoever reads the code can use it.
  return { ...message, summary: 'Muster: a link code' }
}

/** Makes this channel the channel of a group. */
export const bind: Handler = (ctx) => {
  const allowed = ctx.may('muster.bind')
  if (isRefusal(allowed)) return allowed
  const id = String(ctx.intent.input.group ?? '').toLowerCase()
  if (!ctx.partnership.groups.some((one) => one.id === id)) {
    return refuse(
      'no-such-group',
      `There is no group called "${id}".`,
      `The groups are: ${ctx.partnership.groups.map((one) => one.id).join(', ')}.`,
    )
  }
  if (ctx.intent.where.kind === 'direct' || ctx.intent.where.kind === 'desk') {
    return refuse(
      'not-a-channel',
      'This is not a channel.',
      `Say "muster here ${id}" in the channel that is to be the group's.`,
    )
  }
  const reach = ctx.intent.input.reach
  ctx.tx.doors.bind(id, { ...ctx.intent.where, ...(typeof reach === 'string' ? { reach } : {}) })
  ctx.tx.journal.append({
    at: ctx.at,
    by: ctx.person.id,
    verb: 'channel.bound',
    detail: { group: id, platform: ctx.intent.where.platform },
  })
  return { kind: 'message', message: say(`This is now the channel of ${group(ctx.partnership, id).title}.`) }
}

/** Whether the record is whole: every entry follows from the one before it. */
export const verify: Handler = (ctx) => {
  const allowed = ctx.may('muster.verify')
  if (isRefusal(allowed)) return allowed
  const verdict = inspectRecord(ctx.tx)
  if (verdict.ok)
    return {
      kind: 'message',
      message: say(
        `The record is whole: ${verdict.entries} entries, each following from the one before. As of ${sayDate(ctx.at.slice(0, 10))}.`,
      ),
    }
  return refuse(
    'record-broken',
    `The record has been altered at entry ${verdict.at}: ${verdict.because}`,
    'Restore the last backup that verifies, and report a data incident.',
  )
}

/** Files are not taken: nothing about a child may lie in a chat (PR-4). */
export const upload: Handler = () =>
  refuse(
    'no-files',
    'Muster takes no files, and has kept nothing of this one.',
    'Delete it from the chat, put it into the partnership’s secure store, and give its reference on the desk.',
  )

/** Somebody opened their own chat with Muster for the first time. Being added to a team is no reason to speak up in it. */
export const hello: Handler = (ctx) => {
  if (ctx.intent.where.kind !== 'direct') return { kind: 'nothing' }
  return { kind: 'message', message: say(`Hello ${ctx.person.name}. Say "muster help" to see what I can do.`) }
}

/** A link button was pressed; the link itself does the work. */
export const opened: Handler = () => ({ kind: 'nothing' })

/** A core of one matter and one form, for the stories: JUNIPER waits to be acknowledged, and its scoping form asks two questions. */
import type { Handle, Intent, Reply } from '../../src/chat/intent.ts'
import { actions, heading, type Message, say, text } from '../../src/chat/words.ts'
import type { FormView } from '../../src/forms/view.ts'
import { refuse } from '../../src/kernel/result.ts'

export interface Story {
  readonly handle: Handle
  readonly answers: Record<string, unknown>
  acknowledgedBy: string | undefined
}

export function createStory(): Story {
  const seen = new Set<string>()
  const story: Story = { handle, answers: {}, acknowledgedBy: undefined }
  return story

  function handle(intent: Intent): Reply {
    if (seen.has(intent.id)) return { kind: 'nothing' }
    seen.add(intent.id)
    switch (intent.verb) {
      case 'hello':
        return { kind: 'message', message: say('Welcome to Muster.') }
      case 'command':
        return command(intent)
      case 'case.acknowledge':
        return acknowledge(intent)
      case 'form.open':
        return { kind: 'form', view: page('A1') }
      case 'form.page':
        return turn(intent)
      case 'desk.link':
        return { kind: 'message', message: say('Your desk: https://desk.example/d/abc') }
      case 'upload':
        return { kind: 'refusal', refusal: refuse('no-files', 'Muster takes no files.', 'Use the secure store.') }
      default:
        throw new Error(`the story knows no ${intent.verb}: ${JSON.stringify(intent.input)}`)
    }
  }

  function command({ input }: Intent): Reply {
    if (input.command === 'rapid-review') return { kind: 'card', message: juniper() }
    if (input.command === 'scope') return { kind: 'form', view: page('A1') }
    return { kind: 'message', message: say(`You said ${input.command}.`) }
  }

  function acknowledge({ who }: Intent): Reply {
    if (story.acknowledgedBy) {
      return { kind: 'refusal', refusal: refuse('done', 'It has been acknowledged.', 'Nothing more is needed.') }
    }
    story.acknowledgedBy = who.user
    return { kind: 'card', message: juniper() }
  }

  function juniper(): Message {
    const state = story.acknowledgedBy ? text('Acknowledged') : text('Waits to be acknowledged')
    const acknowledge = { label: 'Acknowledge', verb: 'case.acknowledge', subject: 'rr-2026-01', version: 1 }
    const scope = { label: 'Scope', verb: 'form.open', input: { owed: 'scope' }, opens: 'form' as const }
    const buttons = actions([...(story.acknowledgedBy ? [] : [acknowledge]), scope])
    return { summary: 'JUNIPER: action for you', sensitivity: 'group', blocks: [heading('JUNIPER'), state, buttons] }
  }

  function turn({ input }: Intent): Reply {
    Object.assign(story.answers, input.values)
    if (input.go === 'stop') return { kind: 'done', message: say('Saved.') }
    if (input.page === 'A1') {
      const wrong = story.answers.A1 === undefined || story.answers.A1 === '' ? 'Choose what happened' : undefined
      return { kind: 'form', view: page(wrong ? 'A1' : 'A2', wrong) }
    }
    return { kind: 'done', message: say('JUNIPER: scoping recorded.') }
  }

  function page(id: 'A1' | 'A2', error?: string): FormView {
    const common = {
      draft: 'draft_000001',
      form: 'A',
      page: id,
      title: 'Scoping',
      heading: id === 'A1' ? 'What happened' : 'Who knows',
      progress: { answered: 0, of: 3, page: id === 'A1' ? 1 : 2, pages: 2 },
      pace: 'page' as const,
      forward: id === 'A1' ? 'Next' : 'Submit',
      back: id === 'A2',
      stop: true,
    }
    const kept = (question: string) =>
      story.answers[question] === undefined ? {} : { value: story.answers[question] as string }
    const harm = [
      { value: 'died', label: 'Died' },
      { value: 'harmed', label: 'Seriously harmed' },
    ]
    if (id === 'A2') {
      return { ...common, fields: [{ id: 'A3', label: 'Told whom?', required: true, kind: 'desk', answered: false }] }
    }
    return {
      ...common,
      ...(error ? { problem: 'One answer needs another look' } : {}),
      fields: [
        {
          id: 'A1',
          label: 'What happened?',
          required: true,
          kind: 'radios',
          options: harm,
          ...kept('A1'),
          ...(error ? { error } : {}),
        },
        { id: 'A2', label: 'When?', required: true, kind: 'datetime', ...kept('A2') },
      ],
    }
  }
}

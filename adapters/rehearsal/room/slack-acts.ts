import type { Choice, Delivery, Modal, SlackWorld } from '../slack/index.ts'
import { fieldOf } from '../slack/inputs.ts'
import { elementsIn } from '../slack/kit/blocks.ts'
import type { ActOf } from './acts.ts'

/** Doing in Slack what the page asks for. */

type SlackAct = ActOf<'slack.say' | 'slack.click' | 'slack.type' | 'slack.submit' | 'slack.close' | 'slack.home'>
type Typed = Readonly<Record<string, Choice>>

/** Does it as this Slack user. Throws when it is not on their screen any more. */
export async function doInSlack(world: SlackWorld, userId: string, act: SlackAct): Promise<Delivery | undefined> {
  const person = world.as(userId)
  switch (act.do) {
    case 'slack.say':
      return say(world, userId, act)
    case 'slack.click': {
      // What was typed elsewhere in the form is part of what the app is told.
      if ('id' in act.place) await fillChanged(world, userId, act.place.id, act.typed)
      const { action_id, block_id, value } = act.aim
      const aim = { action_id, ...(block_id && { block_id }), ...(value !== undefined && { value }) }
      return person.click(act.place, aim, act.choice)
    }
    case 'slack.type':
      await fillChanged(world, userId, act.view, act.typed)
      return undefined
    case 'slack.submit': {
      const front = frontOf(world, userId)
      await fillChanged(world, userId, front.id, act.typed)
      return person.submit()
    }
    case 'slack.close':
      return person.close(act.everything)
    case 'slack.home':
      return person.openHome()
    default:
      return act satisfies never
  }
}

/** A slash is a command; in a channel `@Muster` calls the bot; all else is just written. */
function say(world: SlackWorld, userId: string, { channel, words }: ActOf<'slack.say'>): Promise<Delivery> {
  const person = world.as(userId)
  const command = /^(\/\S+)\s*(.*)$/s.exec(words)
  if (command?.[1]) return person.slash(command[1], command[2] ?? '', { channel })
  const bot = world.users.get(world.bot.userId).realName
  const called = new RegExp(`^@${bot}\\b[,:]?\\s*`, 'i')
  return called.test(words) ? person.mention(channel, words.replace(called, '')) : person.write(channel, words)
}

/** Fills only what is not already held: a field that tells the app of every choice would tell it twice. */
async function fillChanged(world: SlackWorld, userId: string, viewId: string, typed: Typed): Promise<void> {
  const { modals, home } = world.seenBy(userId)
  const shown = [...modals, ...(home ? [home] : [])].find(({ id }) => id === viewId)
  if (!shown) throw new Error('That form is no longer open.')
  const changed = Object.entries(typed).filter(([blockId, choice]) => {
    const found = elementsIn(shown.view.blocks).find(({ block }) => block.block_id === blockId)
    if (!found) return false
    const { element } = found
    const held = shown.values[blockId]?.[element.action_id ?? '']?.[fieldOf(element) ?? '']
    return plainly(held) !== plainly(choice)
  })
  if (changed.length > 0) await world.as(userId).fill({ id: viewId }, Object.fromEntries(changed))
}

/** Options and their values, empty and absent, count as the same. */
function plainly(choice: unknown): string {
  if (Array.isArray(choice)) return JSON.stringify(choice.map(plainly))
  if (typeof choice === 'object' && choice !== null && 'value' in choice) return String(choice.value)
  return choice === null || choice === undefined ? '' : String(choice)
}

function frontOf(world: SlackWorld, userId: string): Modal {
  const front = world.seenBy(userId).modals.at(-1)
  if (!front) throw new Error('That form is no longer open.')
  return front
}

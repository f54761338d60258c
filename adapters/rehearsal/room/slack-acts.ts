import type { Choice, Delivery, Modal, SlackWorld } from '../slack/index.ts'
import { fieldOf } from '../slack/inputs.ts'
import { type Block, elementsIn } from '../slack/kit/blocks.ts'
import type { Values } from '../slack/state.ts'
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
      await fillChanged(world, userId, act.place, act.typed)
      const { action_id, block_id, value } = act.aim
      const aim = { action_id, ...(block_id && { block_id }), ...(value !== undefined && { value }) }
      return person.click(act.place, aim, act.choice)
    }
    case 'slack.type':
      await fillChanged(world, userId, act.place, act.typed)
      return undefined
    case 'slack.submit': {
      const front = frontOf(world, userId)
      await fillChanged(world, userId, { id: front.id }, act.typed)
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
async function fillChanged(world: SlackWorld, userId: string, place: Place, typed: Typed): Promise<void> {
  const { blocks, values } = shownAt(world, userId, place)
  const changed = Object.entries(typed).filter(([blockId, choice]) => {
    const found = elementsIn(blocks).find(({ block }) => block.block_id === blockId)
    if (!found) return false
    const { element } = found
    const held = values[blockId]?.[element.action_id ?? '']?.[fieldOf(element) ?? '']
    return plainly(held) !== plainly(choice)
  })
  if (changed.length > 0) await world.as(userId).fill(place, Object.fromEntries(changed))
}

type Place = ActOf<'slack.type'>['place']

/** The blocks of a view or a message, and what is held in them. */
function shownAt(world: SlackWorld, userId: string, place: Place): { blocks: readonly Block[]; values: Values } {
  if ('id' in place) {
    const { modals, home } = world.seenBy(userId)
    const shown = [...modals, ...(home ? [home] : [])].find(({ id }) => id === place.id)
    if (!shown) throw new Error('That form is no longer open.')
    return { blocks: shown.view.blocks, values: shown.values }
  }
  const message = world.messages(place.channel).find(({ ts }) => ts === place.ts)
  if (!message) throw new Error('That message is no longer there.')
  return { blocks: message.blocks, values: world.heldIn(userId, message) }
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

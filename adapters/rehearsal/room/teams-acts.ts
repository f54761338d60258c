import type { Answer, TeamsWorld } from '../teams/world.ts'
import type { ActOf, Deed } from './acts.ts'

/** Doing in Teams what the page asks for. */

type TeamsAct = ActOf<
  | 'teams.say'
  | 'teams.look'
  | 'teams.type'
  | 'teams.press'
  | 'teams.dialog'
  | 'teams.typeInDialog'
  | 'teams.closeDialog'
>

/** Does it as this person. Throws when it is not on their screen any more. */
export async function doInTeams(world: TeamsWorld, teamsId: string, act: TeamsAct): Promise<Deed> {
  const player = world.as(teamsId)
  switch (act.do) {
    case 'teams.say':
      return deedOf(await say(world, teamsId, act))
    case 'teams.look':
      await player.look(act.message)
      return {}
    case 'teams.type':
      player.type(act.message, act.inputs)
      return {}
    case 'teams.press':
      return deedOf(await player.press(act.message, act.which, act.inputs))
    case 'teams.dialog':
      return deedOf(await player.submitDialog(act.inputs, act.which))
    case 'teams.typeInDialog':
      player.typeInDialog(act.inputs)
      return {}
    case 'teams.closeDialog':
      player.closeDialog()
      return {}
    default:
      return act satisfies never
  }
}

/** In a channel the bot hears only what begins with its name. */
function say(world: TeamsWorld, teamsId: string, { conversation, words, answers }: ActOf<'teams.say'>) {
  const called = new RegExp(`^@${world.bot.name}\\b[,:]?\\s*`, 'i')
  const mention = called.test(words)
  return world.as(teamsId).say(conversation, words.replace(called, ''), { mention, ...(answers && { answers }) })
}

function deedOf({ opened, refusedInputs }: Answer): Deed {
  return { ...(opened && { opened }), ...(refusedInputs && { refusedInputs }) }
}

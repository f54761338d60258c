import { type Result, refuse } from '../../../src/kernel/result.ts'
import type { Act, Deed } from './acts.ts'
import { doInSlack } from './slack-acts.ts'
import type { Stage } from './stage.ts'
import { doInTeams } from './teams-acts.ts'
import { memberOf } from './worlds.ts'

/** Plays a person. What nobody could do with what is on their screen is refused in a sentence. */
export async function perform(stage: Stage, act: Act): Promise<Result<Deed>> {
  const person = memberOf(stage, act.person)
  if (!person) return refuse('nobody', `Nobody here is called ${act.person}.`, 'Choose somebody from the list.')
  try {
    if (act.do === 'email.answer') {
      stage.mail.answer(act.letter, person.email, act.partstat)
      return {}
    }
    if (isTeams(act)) return person.teamsId ? await doInTeams(stage.teams, person.teamsId, act) : absent('Teams')
    if (!person.slackId) return absent('Slack')
    await doInSlack(stage.slack, person.slackId, act)
    return {}
  } catch (error) {
    // The worlds throw when somebody points at what is not there (any more): in a room that can happen to anyone.
    const why = error instanceof Error ? error.message : String(error)
    return refuse('not-there', `That could not be done: ${why}`, 'Look again and try once more.')
  }

  function absent(platform: string) {
    return refuse('no-account', `${person?.name} is not in ${platform}.`, 'Use one of their own tabs.')
  }
}

function isTeams(act: Act): act is Extract<Act, { do: `teams.${string}` }> {
  return act.do.startsWith('teams.')
}

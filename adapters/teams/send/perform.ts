/** Takes the steps of an answer, one after the other, and gives the answer to the invoke. What fails is logged by its code. */
import type { Door } from '../../../src/chat/intent.ts'
import type { Log } from '../../../src/ports.ts'
import type { Answer, Body, Step } from '../answer.ts'
import type { TeamsHost } from '../host.ts'
import type { Origin } from '../parse/origin.ts'
import { failureOf } from './failure.ts'
import type { Reach } from './reach.ts'

export interface Asker {
  readonly who: Door
  /** Their own id in Teams: every client of Microsoft's knows a chat by it. */
  readonly account: string
  readonly origin: Origin
}

/** Told of every card that stays in a conversation. */
export type Standing = (reach: Reach, message: string) => void

export async function perform(
  answer: Answer,
  asker: Asker,
  host: TeamsHost,
  log: Log,
  stands: Standing = () => {},
): Promise<Body | undefined> {
  if (await take(answer.steps, asker, host, log, stands)) return answer.body
  await take(answer.untold.steps, asker, host, log, stands)
  return answer.untold.body
}

/** Whether all of them could be taken; what comes after a failed one is not tried. */
async function take(
  steps: readonly Step[],
  { who, account, origin }: Asker,
  host: TeamsHost,
  log: Log,
  stands: Standing,
): Promise<boolean> {
  const { serviceUrl } = origin.reach
  for (const step of steps) {
    try {
      const alone = step.do === 'tell' && !origin.direct
      const reach = alone ? await host.openChat({ tenant: who.tenant, user: account, serviceUrl }) : origin.reach
      const message = await host.send(reach, step.page)
      // Bare words only say where the answer is.
      if (typeof step.page !== 'string') stands(reach, message)
    } catch (error) {
      log.warn({ step: step.do, code: failureOf(error).code }, 'teams refused')
      return false
    }
  }
  return true
}

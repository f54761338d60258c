import type { Clock, Instant } from '../../../src/kernel/time.ts'
import {
  type CalendarAnswer,
  type Enclosure,
  type Invitation,
  type Partstat,
  readInvitation,
  replyTo,
} from './invitation.ts'

/** The post of the rehearsal: what Muster sends arrives at once, in the boxes of the people it is addressed to. */

/** An e-mail as `nodemailer` takes it, so far as a reader can see it. */
export interface Mail {
  readonly to: string | readonly string[]
  readonly from?: string
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly Enclosure[]
}

export interface Letter extends Mail {
  readonly id: string
  readonly at: Instant
  /** The meeting it invites to (or calls off), when it carries a calendar file. */
  readonly invitation?: Invitation
}

export interface PostOffice {
  /** Puts a letter into the box of everybody it is addressed to. */
  deliver(mail: Mail): Letter
  /** Everything this address has received, oldest first. */
  inboxOf(address: string): readonly Letter[]
  letter(id: string): Letter | undefined
  /** Answers an invitation, as a click in Outlook would. Throws for a letter that does not invite. */
  answer(letterId: string, address: string, partstat: Partstat): CalendarAnswer
  /** The answer an address gave last, for showing. */
  answerOf(letterId: string, address: string): Partstat | undefined
  /** Calls back with every answer to an invitation; gives the way to stop. */
  onAnswer(listener: (answer: CalendarAnswer) => void): () => void
  onChange(listener: () => void): () => void
}

export function createPostOffice(clock: Clock): PostOffice {
  const letters: Letter[] = []
  const answers = new Map<string, Partstat>()
  const listeners = new Set<() => void>()
  const answerListeners = new Set<(answer: CalendarAnswer) => void>()
  const changed = () => {
    for (const listener of listeners) listener()
  }
  const letter = (id: string) => letters.find((each) => each.id === id)

  return {
    deliver(mail) {
      const invitation = readInvitation(mail.attachments ?? [])
      const id = `letter-${letters.length + 1}`
      const delivered = { ...mail, id, at: clock(), ...(invitation && { invitation }) }
      letters.push(delivered)
      changed()
      return delivered
    },
    inboxOf: (address) => letters.filter(({ to }) => [to].flat().some((each) => same(each, address))),
    letter,
    answer(letterId, address, partstat) {
      const { invitation } = letter(letterId) ?? {}
      if (!invitation) throw new Error(`${letterId} invites nobody`)
      answers.set(`${letterId} ${address}`, partstat)
      const answer = replyTo(invitation, address, partstat, clock())
      for (const listener of answerListeners) listener(answer)
      changed()
      return answer
    },
    answerOf: (letterId, address) => answers.get(`${letterId} ${address}`),
    onAnswer(listener) {
      answerListeners.add(listener)
      return () => answerListeners.delete(listener)
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `Ada <ada@example.org>` and `ada@example.org` are one address. */
function same(written: string, address: string): boolean {
  const bare = /<([^>]+)>\s*$/.exec(written)?.[1] ?? written
  return bare.trim().toLowerCase() === address.toLowerCase()
}

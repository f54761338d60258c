/** A real SMTP server of the test's own, on a free port: it remembers what it takes, and refuses what it is told to. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface TakenMail {
  readonly from: string
  readonly to: readonly string[]
  /** The message as it came over the wire. */
  readonly raw: Buffer
}

/** Where in the conversation a refusal comes. */
export type Moment = 'greeting' | 'sign-in' | 'sender' | 'recipient' | 'message'

export interface SmtpPeer {
  readonly url: string
  readonly taken: readonly TakenMail[]
  /** The next letter is refused at this moment with this code (4xx: later, 5xx: never). */
  refuse(moment: Moment, code: number): void
  /** The next connection is cut without a word. */
  hangUp(): void
  close(): Promise<void>
}

/** `host`: any of this machine's own addresses. */
export async function startSmtp(host = '127.0.0.1'): Promise<SmtpPeer> {
  const taken: TakenMail[] = []
  let refusal: { moment: Moment; code: number } | undefined
  let cut = false

  /** The refusal that was asked for, once. */
  const refused = (moment: Moment): Error | null => {
    if (refusal?.moment !== moment) return null
    const { code } = refusal
    refusal = undefined
    return Object.assign(new Error(`no, at the ${moment}`), { responseCode: code })
  }

  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: true,
    disableReverseLookup: true,
    onConnect(_session, done) {
      done(refused('greeting'))
    },
    onAuth(_given, _session, done) {
      const error = refused('sign-in')
      if (error) done(error)
      else done(null, { user: 'muster' })
    },
    onMailFrom(_address, _session, done) {
      done(refused('sender'))
    },
    onRcptTo(_address, _session, done) {
      done(refused('recipient'))
    },
    async onData(stream, { envelope }, done) {
      const raw = await buffer(stream)
      const error = refused('message')
      if (error) return done(error)
      taken.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        to: envelope.rcptTo.map(({ address }) => address),
        raw,
      })
      done()
    },
  })
  // A client that goes away in the middle is part of the stories.
  server.on('error', () => {})
  server.server.prependListener('connection', (socket) => {
    if (!cut) return
    cut = false
    socket.destroy()
  })
  server.listen(0, host)
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo

  return {
    url: `smtp://${host}:${port}`,
    taken,
    refuse(moment, code) {
      refusal = { moment, code }
    },
    hangUp() {
      cut = true
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

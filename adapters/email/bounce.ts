/** Reads a delivery status notification (RFC 3464): which letter did not arrive, and whether it still may. */

export interface Bounce {
  /** In lower case. */
  readonly recipient: string
  /** RFC 3463: `5.1.1` is an unknown mailbox, `4.4.7` a server that gave up waiting. */
  readonly status: string
  /** Nobody will try again. */
  readonly permanent: boolean
}

type Fields = ReadonlyMap<string, string>

/** The first recipient who has not got it, from a `message/delivery-status`; undefined when all is well. We write to one person at a time. */
export function readStatus(report: string): Bounce | undefined {
  for (const fields of groupsIn(report)) {
    const recipient = /^\s*rfc822\s*;\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/i.exec(
      fields.get('original-recipient') ?? fields.get('final-recipient') ?? '',
    )?.[1]
    const action = fields.get('action')?.toLowerCase()
    const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
    if (recipient && status && (action === 'failed' || action === 'delayed')) {
      return { recipient: recipient.toLowerCase(), status, permanent: action === 'failed' }
    }
  }
  return undefined
}

/** The Message-ID in the headers of the letter that is sent back with a report: proof that there was one. */
export function returnedId(headers: string): string | undefined {
  return groupsIn(headers)[0]?.get('message-id')?.trim()
}

/** Fields by name, in groups that a blank line parts. */
function groupsIn(text: string): Fields[] {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+/g, ' ')
    .split('\n\n')
    .map((group) => new Map(group.split('\n').flatMap(fieldOf)))
    .filter((fields) => fields.size > 0)
}

function fieldOf(line: string): [string, string][] {
  const colon = line.indexOf(':')
  return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]]
}

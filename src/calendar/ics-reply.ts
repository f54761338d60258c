/** Reads the answer a calendar programme sends to an invitation, so that "Accept" in Outlook counts as an RSVP. */
import { type Result, refuse } from '../kernel/result.ts'
import type { PartStat } from './ics.ts'

export interface CalendarReply {
  readonly uid: string
  /** The version of the meeting that was answered; an older one than ours is an answer to an old date. */
  readonly sequence: number
  /** In lower case. Who the file says it is: the reader must still match it with the sender. */
  readonly email: string
  readonly partstat: PartStat
}

const partstats: readonly string[] = [
  'NEEDS-ACTION',
  'ACCEPTED',
  'DECLINED',
  'TENTATIVE',
  'DELEGATED',
] satisfies PartStat[]

/** Gives the one answer in an .ics file, or a refusal when the file is not a reply or does not say who answered what. */
export function readReply(icsText: string): Result<CalendarReply> {
  const properties = propertiesOf(icsText)
  const ofCalendar = (name: string) => properties.find((one) => one.name === name && one.within === 'VCALENDAR')
  const ofEvent = (name: string) => properties.filter((one) => one.name === name && one.within === 'VCALENDAR/VEVENT')

  if (ofCalendar('METHOD')?.value.toUpperCase() !== 'REPLY') {
    return refuse('not-a-reply', 'This calendar file is not an answer to an invitation.', ANSWER_OTHERWISE)
  }
  const uid = ofEvent('UID')[0]?.value
  const sequence = Number(ofEvent('SEQUENCE')[0]?.value ?? 0)
  const [attendee, ...others] = ofEvent('ATTENDEE')
  const email = /^mailto:([^\s@]+@[^\s@]+)$/i.exec(attendee?.value ?? '')?.[1]?.toLowerCase()
  const partstat = attendee?.parameters.get('PARTSTAT')?.toUpperCase()
  if (!uid || !Number.isInteger(sequence) || !email || !isPartStat(partstat) || others.length > 0) {
    return refuse('reply-unclear', 'The calendar answer does not say who answered what.', ANSWER_OTHERWISE)
  }
  return { uid, sequence, email, partstat }
}

const ANSWER_OTHERWISE = 'Please answer with the buttons on the meeting card, or tell the support team.'

function isPartStat(value: string | undefined): value is PartStat {
  return value !== undefined && partstats.includes(value)
}

interface Property {
  name: string
  parameters: ReadonlyMap<string, string>
  value: string
  /** The components it stands in, outermost first, as "VCALENDAR/VEVENT". */
  within: string
}

function propertiesOf(icsText: string): Property[] {
  const unfolded = icsText.replace(/\r?\n[ \t]/g, '')
  const components: string[] = []
  const properties: Property[] = []
  for (const line of unfolded.split(/\r?\n/)) {
    const property = propertyOf(line)
    if (property.name === 'BEGIN') components.push(property.value.toUpperCase())
    else if (property.name === 'END') components.pop()
    else properties.push({ ...property, within: components.join('/') })
  }
  return properties
}

/** NAME;PARAMETER="quoted: and; so on":value */
function propertyOf(line: string): Omit<Property, 'within'> {
  const [head = '', ...rest] = splitUnquoted(line, ':')
  const [name = '', ...parameters] = splitUnquoted(head, ';')
  const pairs = parameters.map((parameter): [string, string] => {
    const [key = '', ...values] = parameter.split('=')
    return [key.toUpperCase(), values.join('=').replaceAll('"', '')]
  })
  return { name: name.toUpperCase(), parameters: new Map(pairs), value: rest.join(':').trim() }
}

/** Letter by letter, because the text comes from outside and a clever pattern could be made to take for ever. */
function splitUnquoted(text: string, separator: ':' | ';'): string[] {
  const pieces = ['']
  let quoted = false
  for (const letter of text) {
    if (letter === '"') quoted = !quoted
    if (letter === separator && !quoted) pieces.push('')
    else pieces[pieces.length - 1] += letter
  }
  return pieces
}

/**
 * The screen for personal detail: what must not pass through chat about a child or a family (PR-1, PR-3). It knows patterns and lists of
 * words, keeps nothing, and would rather stop a harmless line than let a child's name through.
 *
 * @example
 *   screen('Housing asked for two more days', { known: [] })           // { clean: true }
 *   screen('Mum is at 14 Example Road', { known: [] })                 // { clean: false, kinds: ['address'] }
 *   screen('Priya Sampleton will call', { known: ['Priya Sampleton'] }) // { clean: true }
 */
import { remembering } from '../kernel/remembering.ts'
import { ABBREVIATIONS, GIVEN_NAMES, ORDINARY, PLACES, POSTCODE_AREAS } from './screen-words.ts'

export type PersonalDetail =
  | 'name'
  | 'initials'
  | 'date-of-birth'
  | 'address'
  | 'postcode'
  | 'school'
  | 'nhs-number'
  | 'upn'
  | 'case-number'
  | 'phone'
  | 'email'
  | 'plate'

export type Screened = { readonly clean: true } | { readonly clean: false; readonly kinds: readonly PersonalDetail[] }

/** What kinds of personal detail a text seems to hold. `known`: names of staff and agencies, which are fine. Never repeats the text. */
export function screen(text: string, { known }: { readonly known: readonly string[] }): Screened {
  const words = withoutKnown(text.normalize('NFC').replace(/[\u2018\u2019]/g, "'"), known)
  const staff = new Set(known.flatMap((name) => name.toLowerCase().split(/\s+/)))
  const kinds = SIGNS.flatMap(([kind, shows]) => (shows(words, staff) ? [kind] : []))
  return kinds.length === 0 ? { clean: true } : { clean: false, kinds }
}

type Sign = readonly [PersonalDetail, (text: string, staff: ReadonlySet<string>) => boolean]

const SIGNS: readonly Sign[] = [
  ['name', (text, staff) => namedOutright(text, staff) || pairOfNames(text) || givenName(text, staff)],
  ['initials', initials],
  ['date-of-birth', (text) => BIRTH.some((pattern) => pattern.test(text))],
  ['address', (text) => ADDRESS.some((pattern) => pattern.test(text)) || houseNumber(text)],
  ['postcode', postcode],
  ['school', school],
  ['nhs-number', nhsNumber],
  [
    'upn',
    (text) =>
      /\b[A-Z]\d{11}[A-Z\d]\b/i.test(text) || /\bupn\b\W{0,3}(?:is\s|no\.?\s|number\s)?\W{0,2}[A-Z]?\d/i.test(text),
  ],
  ['case-number', (text) => CASE_NUMBER.some((pattern) => pattern.test(text))],
  ['phone', phone],
  ['email', (text) => /[\w.+-]+@[\w-]+\.\w/.test(text)],
  ['plate', (text) => PLATE.some((pattern) => pattern.test(text))],
]

// ── Names ──

const RELATION =
  'child|baby|boy|girl|infant|toddler|teenager|pupil|twin|sibling|brother|sister|son|daughter|mother|mum|mummy|father|dad|daddy|parent|carer|' +
  'partner|boyfriend|girlfriend|husband|wife|uncle|aunt|auntie|cousin|nan|gran|grandmother|grandma|grandfather|grandad|stepmother|stepfather|stepdad|stepmum'
const NAME = String.raw`\p{Lu}\p{Ll}[\p{L}'-]*`
const PARTICLE = String.raw`(?:\p{Lu}|de|da|del|van|von|bin|bint|ibn|al|el)`

/** A relation and a name ("mum Tracey"), a title and a name ("Mrs Oakapple"), or words that introduce one ("a boy called …"). */
function namedOutright(text: string, staff: ReadonlySet<string>): boolean {
  const isName = (word: string | undefined) => word !== undefined && !isOrdinary(word) && !staff.has(bare(word))
  return (
    new RegExp(
      String.raw`\b(?:${RELATION})s?\b,?\s+(?:who\s+)?(?:is\s+|was\s+)?(?:called|named|known as)\s+\p{L}`,
      'iu',
    ).test(text) ||
    all(
      text,
      String.raw`\b(?:[Cc]alled|[Nn]amed|[Nn]icknamed|[Kk]nown as|[Nn]ame is|[Nn]ame was|[Nn]ame's)\s+(${NAME})`,
    ).some(isName) ||
    all(text, String.raw`\b(?:${eitherCase(RELATION)}),?\s+(${NAME})`).some(isName) ||
    all(text, String.raw`\b(?:Mr|Mrs|Ms|Miss|Mx|Master|Dr|Prof)\.?\s+(${NAME})`).some(isName)
  )
}

/** Two capitalised words in a row that are nobody's title, office or place. */
function pairOfNames(text: string): boolean {
  const found = text.matchAll(new RegExp(String.raw`(?<![\p{L}'-])(${NAME})(?=\s+(?:${PARTICLE}\s+)?(${NAME}))`, 'gu'))
  return [...found].some(([, first = '', second = '']) => !isOrdinary(first) && !isOrdinary(second))
}

/** A given name on its own, unless it is a colleague's or a saint's. */
function givenName(text: string, staff: ReadonlySet<string>): boolean {
  return all(text, String.raw`(?<!\bSt\.?\s)(?<![\p{L}'-])(${NAME})`).some(
    (word) => GIVEN_NAMES.has(bare(word)) && !staff.has(bare(word)) && !PLACES.has(word.toLowerCase()),
  )
}

/** "child JS", "J.S.". A, B, C and D are how reviews write of people without naming them. */
function initials(text: string): boolean {
  const after = all(text, String.raw`\b(?:${eitherCase(RELATION)})\s+(\p{Lu}{1,2})(?![\p{L}.'])`)
  return (
    after.some((letters) => !/^[A-D]$/.test(letters) && !ABBREVIATIONS.has(letters)) ||
    /\b(?!U\.\s?K)[A-Z]\.\s?[A-Z]\.?(?![A-Za-z]|\.[A-Za-z])/.test(text)
  )
}

// ── Dates, places ──

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
const BIRTH: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:d\.?o\.?b\.?|date of birth|born|birthday|birth date)(?![a-z])[^.\n]{0,20}?(?:\d|\b${MONTH})`,
    'i',
  ),
  /\b(?:turns|turned|turning|will be)\s+\d{1,2}\s+on\b/i,
  /\b\d{1,2}(?:st|nd|rd|th)\s+birthday\b/i,
]

const STREET =
  'road|rd|street|avenue|ave|lane|crescent|terrace|mews|gardens|drive|grove|close|way|place|square|court|walk|house|row|rise|hill|estate'
const NEVER_A_STREET =
  /^(?:days?|weeks?|months?|hours?|minutes?|of|the|to|on|in|at|for|and|or|from|more|working|other|agencies|cases|children)$/i
const ADDRESS: readonly RegExp[] = [
  /\b(?:flat|apartment|apt|unit|room)\s+(?:no\.?\s*)?\d{1,4}[a-z]?\b/i,
  new RegExp(
    String.raw`\b(?:[Ll]ives?|[Ll]iving|[Ll]ived|[Hh]ome|[Aa]ddress|[Ss]tay(?:s|ing|ed)?|[Mm]oved?|[Rr]esid(?:es?|ing|ed))\b[^.\n]{0,24}?\b[A-Z][a-z']+\s+(?:${eitherCase(STREET)})\b`,
  ),
  /\bp\.?\s?o\.?\s+box\s+\d/i,
]

/** A number, one to three words, and a word for a street. In lower case only the plainest words for a street count. */
function houseNumber(text: string): boolean {
  const found = text.matchAll(new RegExp(String.raw`\b\d{1,4}[a-z]?,?\s+((?:[A-Za-z']+\s+){1,3}?)(${STREET})\b`, 'gi'))
  return [...found].some(([, between = '', street = '']) => {
    const name = between.trim().split(/\s+/)
    if (name.some((word) => NEVER_A_STREET.test(word))) return false
    if (/^(?:road|rd|street|avenue|crescent|terrace|mews)$/i.test(street)) return true
    return name.every((word) => /^[A-Z]/.test(word)) && /^[A-Z]/.test(street) && !name.every(isOrdinary)
  })
}

function postcode(text: string): boolean {
  const found = text.matchAll(/\b([A-Z]{1,2})(\d[A-Z\d]?)\s?(\d[ABD-HJLNP-UW-Z]{2})\b/gi)
  return [...found].some(([whole, area = '']) => {
    const oneCase = whole === whole.toUpperCase() || whole === whole.toLowerCase()
    return oneCase && POSTCODE_AREAS.has(area.toUpperCase())
  })
}

const KIND_OF_SCHOOL =
  'School|Academy|College|Nursery|Pre-school|Preschool|Primary|Secondary|Grammar|Yeshiva|Madrasah|Sixth Form'
const NOT_A_SCHOOLS_NAME =
  /^(?:a|an|the|any|another|each|every|its|his|her|their|our|no|this|that|same|mainstream|special|local|independent|state|private|boarding|faith|maintained)$/i

/** A name before a word for a school; "Hackney schools" and "the primary school" name none. */
function school(text: string): boolean {
  if (
    /\b(?:attends?|attended|attending|goes to|went to|pupil at|enrolled at|on roll at)\s+(?:[a-z']+\s+){1,3}?(?:school|academy|college|nursery|primary)\b/.test(
      text,
    )
  ) {
    const lower = all(
      text,
      String.raw`\b(?:attends?|attended|attending|goes to|went to|pupil at|enrolled at|on roll at)\s+([a-z']+)`,
    )
    if (lower.some((word) => !NOT_A_SCHOOLS_NAME.test(word) && !isOrdinary(word))) return true
  }
  const found = text.matchAll(
    new RegExp(String.raw`(?<![\p{L}'-])((?:${NAME}\.?\s+){1,4})(?:${KIND_OF_SCHOOL})\b`, 'gu'),
  )
  return [...found].some(([, before = '']) =>
    before
      .trim()
      .split(/\s+/)
      .some((word) => /^St\.?$/.test(word) || !isOrdinary(word)),
  )
}

// ── Numbers ──

const CASE_NUMBER: readonly RegExp[] = [
  /\b(?:case|crime|police|incident|court|hospital|patient|social care|mosaic|cad|cris|crn|liquidlogic|lcs|mrn|urn|pnc)(?:\s+(?:no|number|ref|reference|id))?\.?\s*:?\s*#?(?!\d{4}-\d\d-\d\d\b)[A-Z]{0,3}\d{4,}/i,
  /\b[A-Z]{2}\d{2}[CPFZ]\d{4,6}\b/,
  /\b\d{2}\/\d{3,7}[A-Z]\b/,
  /\b[A-CEGHJ-PR-TW-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b/,
]

const PLATE: readonly RegExp[] = [
  /\b[A-Z]{2}\d{2}\s?[A-Z]{3}\b/,
  /\b(?:reg|registration|plate|car|van|vehicle|taxi|moped)\b[^.\n]{0,24}\b(?:[A-Z]\d{1,3}\s?[A-Z]{3}|[A-Z]{3}\s?\d{1,3}[A-Z]|[A-Z]{2}\d{2}\s?[A-Z]{3})\b/i,
]

/** Ten figures with the right check digit, or any said to be one. */
function nhsNumber(text: string): boolean {
  if (/\bnhs\s*(?:no\.?|number|num|#)\W{0,3}(?:is\s+)?\d/i.test(text)) return true
  return all(text, String.raw`(?<!\d)(\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)`).some((found) => {
    const figures = [...found.replace(/\D/g, '')].map(Number)
    const sum = figures.slice(0, 9).reduce((total, figure, place) => total + figure * (10 - place), 0)
    return (11 - (sum % 11)) % 11 === figures[9]
  })
}

/** UK numbers of ten or eleven figures; freephone and 03 lines belong to services, not to people. */
function phone(text: string): boolean {
  // Two dates side by side have the figures of a telephone number.
  const dateless = text.replace(/(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g, '·')
  return all(dateless, String.raw`(?<!\d)((?:\+44|\(?0)(?:[\s()-]*\d){9,10})(?!\d)`).some(
    (found) => !/^0(?:80|3)/.test(found.replace(/[\s()-]/g, '').replace(/^\+44/, '0')),
  )
}

// ── Words ──

/** The text with the names of staff and agencies taken out, longest first so that no part of one is left over. */
function withoutKnown(text: string, known: readonly string[]): string {
  return known
    .filter((name) => name.trim().length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replace(wholeWords(name.trim()), '·'), text)
}

/** A name by itself, in any case. There are a hundred of them, and every command is screened. */
const wholeWords = remembering((name) => new RegExp(String.raw`(?<![\p{L}\d])${escaped(name)}(?![\p{L}\d])`, 'giu'))

function isOrdinary(word: string): boolean {
  return ORDINARY.has(bare(word)) || PLACES.has(bare(word)) || PLACES.has(word.toLowerCase())
}

function bare(word: string): string {
  return word.toLowerCase().replace(/'s?$/, '')
}

function all(text: string, pattern: string): readonly string[] {
  return [...text.matchAll(everywhere(pattern))].map((match) => match[1] ?? '')
}

const everywhere = remembering((pattern) => new RegExp(pattern, 'gu'))

/** `mum` → `[Mm]um`: the relation in any case, while the name after it must have its capital. */
function eitherCase(alternatives: string): string {
  return alternatives.replace(/\b[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
}

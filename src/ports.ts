/**
 * What the core needs from the outside, in its own words. Everything it asks of the store is synchronous and happens inside one transaction;
 * everything that takes time (sending, ringing) happens after the commit, through the messenger and the bell.
 */
import type { Door, Place, Platform } from './chat/intent.ts'
import type { Message } from './chat/words.ts'
import type { Answer } from './forms/form.ts'
import type { Ids } from './kernel/ids.ts'
import type { Clock, Instant } from './kernel/time.ts'

export type { Clock, Ids }

/** Refuses, at compile time, a transaction that returns a promise: SQLite would commit before it had run. */
export type Sync<T> = T extends PromiseLike<unknown> ? never : T

export interface Store {
  /** Runs `work` in one transaction: all of it happens, or none. A throw rolls back. */
  transaction<T>(work: (tx: Tx) => Sync<T>): T
  /** The same for reading only. */
  read<T>(work: (tx: Tx) => Sync<T>): T
  close(): void
}

/** One transaction: a new object each, so that what was worked out within it can be remembered under it, and is forgotten with it. */
export interface Tx {
  /** Whether it has written anything yet. */
  changed(): boolean
  readonly subjects: Subjects
  readonly drafts: Drafts
  readonly vault: VaultShelf
  readonly journal: JournalBook
  readonly alarms: Alarms
  readonly outbox: Outbox
  readonly copies: Copies
  readonly doors: Doors
  readonly links: Links
  readonly seen: Seen
  readonly settings: Settings
}

// ── Subjects and their facts: whatever the partnership keeps track of, and everything that has happened to it ──────────────────────────

/** A case, a meeting, a motion, an action, a group …: anything with a history. Its state is folded from its facts. */
export interface Subject {
  readonly id: string
  readonly kind: string
  /** What chat calls it: a code word, a meeting's name. Never a person's story. */
  readonly title: string
  /** The profile it began under, and keeps (DOMAIN 7). */
  readonly profile: string
  readonly open: boolean
  readonly createdAt: Instant
  /** The number of its facts: a card drawn from version n is stale when this is greater. */
  readonly version: number
}

/** Something that happened. Class S answers are never in here: only their seal (VaultShelf). Append-only; a correction is a new fact. */
export interface Fact {
  readonly kind: string
  readonly at: Instant
  /** Who did it; `muster` when the clock did. */
  readonly by: string
  /** The seat or role they acted in, and for whom when deputising. */
  readonly as?: string
  /** Plain JSON; each room knows the shapes of its own facts. */
  readonly data: object
}

export interface Subjects {
  add(subject: Omit<Subject, 'version'>): void
  get(id: string): Subject | undefined
  /** Open ones of a kind, oldest first; without a kind, all open ones. */
  open(kind?: string): readonly Subject[]
  /** All ones of a kind, oldest first. */
  all(kind: string): readonly Subject[]
  facts(id: string): readonly Fact[]
  /** Appends and returns the subject's new version. */
  append(id: string, fact: Fact): number
  amend(id: string, change: { open?: boolean; title?: string }): void
}

// ── Drafts of forms: every answer is saved as soon as it is given ───────────────────────────────────────────────────────────────────────

export interface Draft {
  readonly id: string
  readonly form: string
  readonly subject: string
  /** What it will close: the step, and for whom (`returns/housing`). One open draft per subject, form and owed thing. */
  readonly owed: string
  readonly startedBy: string
  readonly startedAt: Instant
  readonly status: 'open' | 'submitted' | 'discarded'
  /** The version of the submitted form it amends, when it does. */
  readonly amends?: string
}

export interface SavedAnswer {
  readonly question: string
  /** As typed, right or wrong; for class S only `null`: the words are on the vault's shelf. */
  readonly value: Answer | null
  readonly sealed: boolean
  readonly by: string
  readonly at: Instant
}

export interface Drafts {
  add(draft: Draft): void
  get(id: string): Draft | undefined
  openFor(subject: string, form: string, owed: string): Draft | undefined
  of(subject: string): readonly Draft[]
  answers(draft: string): readonly SavedAnswer[]
  save(draft: string, answer: SavedAnswer): void
  amend(id: string, change: Pick<Draft, 'status'>): void
  /** Those not submitted, still with answers or open, that nobody has touched since. */
  untouchedSince(at: Instant): readonly Draft[]
  /** Deletes what was answered; an open one is discarded with it. Sealed answers lie on the vault's shelf. */
  forget(id: string): void
}

// ── The vault: class S answers, sealed with a data key per subject ──────────────────────────────────────────────────────────────────────

export interface VaultShelf {
  /** Seals an answer. `slot` names its place, e.g. `draft_9/A17`; sealing again replaces it. */
  seal(subject: string, slot: string, answer: Answer): void
  /** Opens one; undefined when there is none. Throws when the key of the subject has been destroyed. */
  open(subject: string, slot: string): Answer | undefined
  has(subject: string, slot: string): boolean
  /** Deletes one. */
  forget(subject: string, slot: string): void
  /** Destroys the subject's key: what was sealed under it can never be read again (retention's end). */
  shred(subject: string): void
  /** Whether its key has been destroyed. */
  isShredded(subject: string): boolean
}

// ── The journal: who did what, chained by hashes ────────────────────────────────────────────────────────────────────────────────────────

export interface JournalEntry {
  readonly n: number
  readonly at: Instant
  readonly by: string
  readonly as?: string
  readonly verb: string
  readonly subject?: string
  /** Ids, choices and hashes; never narrative. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly before: string
  readonly hash: string
}

export interface JournalBook {
  append(entry: Omit<JournalEntry, 'n' | 'before' | 'hash'>): JournalEntry
  /** From entry `n` on, in order. */
  from(n: number, limit: number): readonly JournalEntry[]
  of(subject: string): readonly JournalEntry[]
  /** The last entry's number and hash, kept apart from the entries: a journal cut short does not reach it. `n` is 0 when there is none. */
  head(): Pick<JournalEntry, 'n' | 'hash'>
}

// ── Alarms and the outbox: what must happen ─────────────────────────────────────────────────────────────────────────────────────────────

export interface Alarm {
  /** Readable and unique: `rr-2026-04/returns/housing/T-2`. */
  readonly key: string
  readonly subject: string
  readonly at: Instant
  /** What it is about: the owed thing and the rung of the ladder. */
  readonly about: Readonly<Record<string, string>>
  readonly status: 'waiting' | 'rung' | 'cancelled'
  readonly rungAt?: Instant
  readonly outcome?: string
}

export interface Alarms {
  waiting(subject?: string): readonly Alarm[]
  due(at: Instant): readonly Alarm[]
  get(key: string): Alarm | undefined
  /** Sets it, or moves it. One that has rung for that very moment stays rung: planning the same again never rings twice. */
  put(alarm: Pick<Alarm, 'key' | 'subject' | 'at' | 'about'>): void
  /** Stops it if it is waiting; nothing otherwise. */
  cancel(key: string): void
  /** Marks it rung and says with what outcome (`sent`, `no longer owed`, `late` …). */
  rung(key: string, at: Instant, outcome: string): void
}

export type Recipient =
  | { readonly person: string }
  /** A group's channel, on every platform it is bound to. */
  | { readonly group: string }
  /** One place, e.g. where a command was typed. */
  | { readonly place: Place }

/** One message to one recipient. Rendered at the moment of sending, so it is never out of date (FEATURES theme 1). */
export interface OutboxLine {
  readonly id: string
  /** Two lines with the same key are one: a retry cannot double it. */
  readonly key: string
  readonly to: Recipient
  /** A live card, kept fresh after sending; or words said once. */
  readonly content:
    | { readonly card: string; readonly subject: string; readonly input?: Readonly<Record<string, string>> }
    | { readonly message: Message }
  /** Ask again at the moment of sending: skip it when this owed thing is no longer owed. */
  readonly unlessDone?: { readonly subject: string; readonly owed: string; readonly person?: string }
  /** Statutory ones ignore quiet hours and go to every door. */
  readonly statutory: boolean
  readonly notBefore: Instant
  readonly writtenAt: Instant
  readonly attachments?: readonly Attachment[]
  readonly status: 'waiting' | 'sent' | 'skipped' | 'undeliverable'
  readonly attempts: number
  readonly doneAt?: Instant
  readonly outcome?: string
}

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly base64: string
}

export interface Outbox {
  /** Adds it unless its key is there already; says whether it was added. */
  add(line: Omit<OutboxLine, 'status' | 'attempts'>): boolean
  get(id: string): OutboxLine | undefined
  waiting(at: Instant, limit?: number): readonly OutboxLine[]
  /** Every line about a subject or to a person, newest first: "who was told what, and when". */
  about(subject: string): readonly OutboxLine[]
  mark(id: string, status: OutboxLine['status'], at: Instant, outcome: string): void
  /** An attempt has failed, for a reason that may pass. */
  attempted(id: string): void
  /**
   * Empties the messages and attachments of lines done before; that they were sent, to whom and when stays. Lines about what is `held` (ids), or that
   * name it (words), are left whole. Gives how many were emptied.
   */
  forgetWords(before: Instant, emptied: Message, held: readonly string[]): number
}

/** The card of a copy that was the answer to somebody's words: it is only kept so that it can be taken away in time. */
export const ANSWER = 'answer'

/** A posted message that is still alive: (kind of card, subject, viewer) on one platform. */
export interface Copy {
  readonly id: string
  readonly line: string
  readonly card: string
  readonly subject: string
  readonly input?: Readonly<Record<string, string>>
  /** The person it is drawn for; none in a channel (the read-only mirror). */
  readonly viewer?: string
  readonly posted: Posted
  /** Hash of what was last drawn: nothing is sent when nothing changed. */
  readonly drawn: string
  readonly at: Instant
  /** Its message must go: the run that takes it away. From then on it is drawn no more. */
  readonly leaving?: string
}

/** How many messages a run has taken away from one platform, or (without `how`) still has to. */
export interface Removed {
  readonly run: string
  readonly platform: Platform
  readonly how?: Removal
  /** Before whose eyes it still stands; none in a channel, nor for what is gone. */
  readonly viewer?: string
  readonly count: number
}

export interface Copies {
  add(copy: Copy): void
  /** Those of a subject that stay; not those that leave. */
  of(subject: string): readonly Copy[]
  /** Those drawn for a person that stay. */
  shownTo(person: string): readonly Copy[]
  /** The copy that stands there; an answer to somebody's words is none, since it is never drawn again. */
  at(posted: Pick<Posted, 'platform' | 'conversation' | 'message'>): Copy | undefined
  redrawn(id: string, drawn: string, at: Instant): void
  retire(id: string): void
  /** Those last drawn before, but for the cards of what is still open, and for those that leave already. */
  outlived(before: Instant): readonly Copy[]
  /** Its message must go: `run` takes it away. */
  leave(id: string, run: string): void
  /** What a run has still to take away. */
  leaving(run: string): readonly Copy[]
  /** What became of its message: it is a copy no more, only a line of its run's report. */
  left(id: string, how: Removal, at: Instant): void
  /** What every run has taken away and has still to. */
  removed(): readonly Removed[]
  /** Drops from the reports what was done before. */
  forgetRemoved(before: Instant): void
  /** Subjects that changed and whose copies have not been redrawn since. */
  stale(): readonly string[]
  touch(subject: string): void
  /** How often a subject has been touched: read it before drawing and hand it to `settled`, so that a touch meanwhile is not lost. */
  touched(subject: string): number
  /** Its copies show all its changes, or the first `touched` of them. */
  settled(subject: string, touched?: number): void
}

// ── People's doors, links, and what has been seen ───────────────────────────────────────────────────────────────────────────────────────

export interface KnownDoor extends Door {
  readonly person: string
  readonly how: 'email' | 'code' | 'profile'
  readonly since: Instant
  /** What the platform needs to write to them first (a Teams conversation reference, a Slack channel id). */
  readonly reach?: string
  readonly lastUsed: Instant
}

export interface Doors {
  find(door: Door): KnownDoor | undefined
  of(person: string): readonly KnownDoor[]
  /** When any of this person's doors was last used; before all time if none was. */
  lastUsed(person: string): Instant
  put(door: KnownDoor): void
  remove(door: Door): void
  /** Where a group's channel is, per platform. */
  bind(group: string, place: Place & { readonly reach?: string }): void
  channels(group: string): readonly (Place & { readonly reach?: string })[]
  groupAt(place: Place): string | undefined
}

/** A one-time secret somebody was given: a desk link, a link code, a calendar feed. Only its hash is stored. */
export interface Link {
  readonly hash: string
  readonly purpose: 'desk' | 'session' | 'code' | 'calendar'
  readonly person: string
  /** Where it leads, or what it proves. */
  readonly target: string
  readonly expiresAt: Instant
  readonly once: boolean
  readonly spentAt?: Instant
}

export interface Links {
  add(link: Link): void
  find(hash: string): Link | undefined
  spend(hash: string, at: Instant): void
  /** Ends every link of a person, or of a purpose: sign-out, a leaver. */
  revoke(person: string, purpose?: Link['purpose']): void
  /** Drops those that expired before. */
  forgetBefore(at: Instant): void
}

export interface Seen {
  /**
   * True the first time an event id is shown, false ever after: for good if its transaction wrote anything else, and until the process ends if it only
   * looked, since to look again harms nobody.
   */
  first(id: string, at: Instant): boolean
  forgetBefore(at: Instant): void
}

export interface Settings {
  get(name: string): string | undefined
  set(name: string, value: string): void
}

// ── What happens after the commit ───────────────────────────────────────────────────────────────────────────────────────────────────────

/** A message as it stands on a platform. */
export interface Posted {
  readonly platform: Platform
  readonly tenant: string
  readonly conversation: string
  readonly message: string
  /** Whatever else the adapter needs to find it again (a conversation reference), as JSON. */
  readonly reach?: string
}

export type Address =
  | { readonly kind: 'person'; readonly door: KnownDoor; readonly name: string }
  | { readonly kind: 'place'; readonly place: Place & { readonly reach?: string } }
  /** `link` is a personal way to the desk: mail has no buttons, so what is asked is answered there. */
  | { readonly kind: 'email'; readonly email: string; readonly name: string; readonly link?: string }

/** One per platform. Only these wait for a network; only these retry. */
export interface Messenger {
  readonly platform: Platform
  /** `line`: the outbox line it carries out, by which it can be found again. */
  post(to: Address, message: Message, attachments?: readonly Attachment[], line?: string): Promise<Posted>
  /** Whether `find` can be asked on this way: only there may several posts be under way at once (src/app/deliver.ts). */
  finds?(to: Address): boolean
  /** The post of a line that a process made and was ended before it could write it down. */
  find?(to: Address, line: string): Promise<Posted | undefined>
  update(posted: Posted, message: Message): Promise<void>
  /**
   * Takes a message away with every page of it; where the platform lets none be deleted, `instead` stands in its place. Only the adapter can tell what a
   * refusal means (gone already, never, later), so what follows from it is decided there. Throws only for trouble that may pass.
   */
  remove(posted: Posted, instead: Message): Promise<Removal>
}

/** What became of a message that had to go. */
export type Removal =
  | 'deleted'
  /** Somebody had taken it away before. */
  | 'gone'
  /** The platform does not let it be deleted, so neutral words stand in its place. */
  | 'overwritten'
  /** It could be neither deleted nor overwritten: a person must see to it. */
  | 'stands'
  /** A letter: nobody can recall it. */
  | 'mailed'

/** Thrown by a messenger: whether to try again, and when. */
export class DeliveryError extends Error {
  readonly code: string
  readonly permanent: boolean
  readonly retryAfterMs: number | undefined
  constructor(
    code: string,
    message: string,
    how: { permanent?: boolean; retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: how.cause })
    this.name = 'DeliveryError'
    this.code = code
    this.permanent = how.permanent ?? false
    this.retryAfterMs = how.retryAfterMs
  }
}

/** What the database says is still to be rung. */
export interface Intended {
  readonly alarms: readonly { readonly key: string; readonly at: Instant }[]
  readonly outbox: readonly { readonly id: string }[]
  readonly refresh: readonly { readonly subject: string }[]
}

/** Rings after a commit. Never throws and never waits: a dead queue only delays. */
export interface Bell {
  ring(what: Partial<Intended>): void
}

/** Structured log lines without content: codes, ids and counts. */
export interface Log {
  info(fields: Readonly<Record<string, unknown>>, words: string): void
  warn(fields: Readonly<Record<string, unknown>>, words: string): void
  error(fields: Readonly<Record<string, unknown>>, words: string): void
}

/** When all has come to rest: what the file, the platforms and the members remember, held against each other. */
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { wordsOf as wordsOfCard } from '../../../adapters/rehearsal/teams/cards.ts'
import { cardOf } from '../../../adapters/rehearsal/teams/state.ts'
import { renderMessage as forSlack } from '../../../adapters/slack/render/message.ts'
import { renderMessage as forTeams } from '../../../adapters/teams/render/message.ts'
import type { Message } from '../../../src/chat/words.ts'
import type { Messenger, Posted } from '../../../src/ports.ts'
import { wordsOf } from '../../stories/main-job/in-slack.ts'
import type { Post } from './posts.ts'
import { openFile, type Stage } from './stage.ts'

/** Everything the database still wants done by now. */
export function waitingIn({ household, clock }: Stage): readonly string[] {
  const { alarms, outbox, refresh } = household.core.intended()
  return [
    ...alarms.filter(({ at }) => at <= clock.now()).map(({ key }) => `alarm ${key}`),
    ...outbox.map(({ id }) => `line ${id}`),
    ...refresh.map(({ subject }) => `cards of ${subject}`),
  ]
}

interface Row {
  readonly id: string
  readonly line: string
  readonly platform: 'slack' | 'teams'
  readonly conversation: string
  readonly message: string
  readonly reach: string | null
  readonly subject: string
  readonly at: string
}

export function rowsOf({ file }: Stage) {
  const database = new Database(file, { readonly: true })
  try {
    const all = <T>(sql: string) => database.prepare<[], T>(sql).all()
    return {
      copies: all<Row>('SELECT * FROM copies'),
      lines: all<{ id: string; key: string; status: string; outcome: string }>('SELECT * FROM outbox'),
    }
  } finally {
    database.close()
  }
}

/**
 * The posts that nobody wrote down: a process was ended between the post and its commit. Their lines were carried out once more, so that each is a message
 * somebody has twice.
 */
export function unwritten(stage: Stage, posts: readonly Post[]): readonly Post[] {
  const known = new Set(rowsOf(stage).copies.flatMap(placesOf))
  return posts.filter(({ platform, conversation, message }) => !known.has(`${platform} ${conversation} ${message}`))
}

/** A message of several pages stands in several places. */
function placesOf({ platform, conversation, message, reach }: Row): readonly string[] {
  const pages = reach?.includes('"pages"') ? (JSON.parse(reach) as { pages?: string[] }).pages : []
  return [message, ...(pages ?? [])].map((page) => `${platform} ${conversation} ${page}`)
}

/**
 * The cards that show anything but what a fresh drawing of the file shows. All are drawn again from a copy of the file, and compared with what stands on the
 * platforms, word by word.
 */
export async function staleCards(stage: Stage): Promise<readonly string[]> {
  const folder = dirname(stage.file)
  const file = join(folder, 'looked-at.db')
  await copy(stage.file, file)
  const drawn: { posted: Posted; message: Message }[] = []
  const messenger = (platform: Messenger['platform']): Messenger => ({
    platform,
    post: async () => Promise.reject(new Error('nothing is posted here')),
    update: async (posted, message) => void drawn.push({ posted, message }),
    remove: async () => 'gone',
  })
  const { core, store, connect } = openFile({ file, key: stage.key, clock: stage.clock.now })
  connect({ messengers: [messenger('slack'), messenger('teams')] })
  const { copies } = rowsOf(stage)
  try {
    const subjects = new Set(copies.map(({ subject }) => subject))
    // Of a card that nobody knows the face of everything is sent.
    store.transaction((tx) => {
      for (const { id, at } of copies) tx.copies.redrawn(id, '', at)
    })
    for (const subject of subjects) await core.refresh(subject)
  } finally {
    store.close()
  }
  return drawn.flatMap(({ posted, message }) => {
    const wanted = expected(posted, message)
    const shown = standing(stage, posted)
    const differs = shown.filter((line) => !wanted.includes(line))
    return differs.length === 0 && shown.length === wanted.length
      ? []
      : [`${posted.platform} ${posted.conversation} ${message.summary}, still shown: ${differs.join(' / ')}`]
  })
}

/** Whole, with what still lies in the write-ahead log. */
async function copy(from: string, to: string): Promise<void> {
  const database = new Database(from, { readonly: true })
  await database.backup(to)
  database.close()
}

/** The words of the first page, as the adapters send them. */
function expected({ platform }: Posted, message: Message): readonly string[] {
  if (platform === 'slack') return wordsOf(forSlack(message, {})[0]).split('\n')
  return wordsOfCard(forTeams(message, {})[0].card).split('\n')
}

function standing({ slack, teams }: Stage, { platform, conversation, message }: Posted): readonly string[] {
  if (platform === 'slack') {
    const { text, blocks } = slack.messages(conversation).find(({ ts }) => ts === message) ?? { text: '', blocks: [] }
    return wordsOf({ text, blocks }).split('\n')
  }
  return wordsOfCard(cardOf(teams.message(message).activity) ?? {}).split('\n')
}

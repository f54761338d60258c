/** Opens the rooms one after another and wires them together; what it gives closes them again, in the opposite order. */
import type { ErrorRequestHandler } from 'express'
import type { Rehearsal } from '../adapters/rehearsal/index.ts'
import { healthRouter } from '../adapters/web/health.ts'
import { takeAlone } from '../db/alone.ts'
import { settingIn } from '../db/peek.ts'
import { type Bell, createBell } from '../jobs/bell.ts'
import { openQueue } from '../jobs/queue.ts'
import { deskLink } from '../src/app/access.ts'
import type { Handle } from '../src/chat/intent.ts'
import type { Clock } from '../src/kernel/time.ts'
import type { Log, Store } from '../src/ports.ts'
import { BOARD_PATH, boardFor } from './board.ts'
import type { Pages } from './desk.ts'
import { type Environment, hasCredentials, NotReady } from './environment.ts'
import { onFirstVisit } from './first-visit.ts'
import { type Household, openHousehold } from './household.ts'
import { vaultKeyFor } from './keys.ts'
import { meetEverybody } from './meet.ts'
import { createMetrics } from './metrics.ts'
import { createPictures } from './pictures.ts'
import { openPlatforms } from './platforms.ts'
import { takeMail } from './post.ts'
import { openWeb, type Web } from './web.ts'

export interface Running {
  readonly address: string
  /** Nobody outside can be reached: it is the rehearsal room that is open. */
  readonly rehearsing: boolean
  /** The rehearsal, when that is what is open: its worlds, and the clock that can be moved. */
  readonly rehearsal?: Rehearsal
  readonly household: Household
  readonly bell: Bell
  stop(): Promise<void>
}

export interface StartOptions {
  readonly environment: Environment
  /** The real time. */
  readonly wallClock: Clock
  /** Milliseconds that only ever grow, for measuring. */
  readonly elapsed: () => number
  readonly log: Log
}

export async function start({ environment, wallClock, elapsed, log }: StartOptions): Promise<Running> {
  const rehearsing = !hasCredentials(environment)
  // Loaded when it is played in only: a real house keeps no theatre in its memory.
  const theatre = rehearsing ? await import('./rehearse.ts') : undefined
  const moving = theatre?.rehearsalClock(wallClock, environment.REHEARSAL_START)
  const clock = moving?.now ?? wallClock
  const key = vaultKeyFor(environment, rehearsing)
  const letGo = alone(environment.DATABASE_FILE)
  theatre?.setAside(environment.DATABASE_FILE, (file) => settingIn(file, theatre.REHEARSAL) !== undefined)

  const web = await openWeb({ host: environment.HOST, port: environment.PORT })
  const baseUrl = (environment.BASE_URL ?? web.address).replace(/\/$/, '')
  const household = openHousehold({
    file: environment.DATABASE_FILE,
    key,
    clock,
    log,
    baseUrl,
    profile: environment.PROFILE,
    people: environment.PEOPLE,
    ...(environment.PROFILES_FOLDER === undefined ? {} : { profilesFolder: environment.PROFILES_FOLDER }),
  })
  const { core, house, store } = household
  if (theatre) store.transaction((tx) => tx.settings.set(theatre.REHEARSAL, 'yes'))

  const metrics = createMetrics(core.intended, elapsed)
  const handle = metrics.counted(core.handle)
  const queue = await openQueue(environment.QUEUE_URL, { log })
  const bell = createBell({ house: queue, target: core, intended: core.intended, clock, log })
  const rehearsal =
    moving &&
    theatre?.openRehearsal(house, moving, wallClock, (person) =>
      store.transaction((tx) => deskLink(house, tx, person, '/desk', clock())),
    )
  const wiring = await rehearsal?.listen()
  const post = theatre || environment.SMTP_URL ? await import('./mail.ts') : undefined
  const mail = post?.openMail(environment, clock, log, rehearsal)
  const pictures = createPictures(baseUrl, house.ids.secret())
  const platforms = await openPlatforms({ environment, wiring, core, handle, log, wallClock, mail, pictures })
  household.connect({ bell, messengers: platforms.messengers.map(metrics.watched) })

  for (const router of platforms.routers) web.app.use(router)
  web.app.use(pictures.router)
  web.app.use(BOARD_PATH, boardFor(household, queue))
  const pages = pagesOf(household, handle, log)
  mountPages(web, pages)
  web.app.use(healthRouter({ registry: metrics.registry, checks: () => checksOf(bell, store) }))
  if (rehearsal) web.app.use(rehearsal.router)
  mountTheEnd(web, pages)

  await platforms.start()
  core.realign()
  await bell.start()
  if (theatre && post && rehearsal && wiring && moving) {
    rehearsal.connect({
      slackEventsUrl: `${web.address}/slack/events`,
      teamsMessagesUrl: `${web.address}/api/messages`,
    })
    await rehearsal.arrive()
    theatre.bindChannels(store, rehearsal, wiring.teams.tenant)
    rehearsal.mail.onAnswer(
      (answer) => void post.readCalendarAnswer(answer).then((mail) => takeMail(core, mail, house.ids.id('mail'))),
    )
    moving.onMove(() => {
      core.realign()
      void bell.clockMoved()
    })
  }
  const stopMeeting = meetEverybody(household, platforms.findInSlack, log)

  return {
    address: web.address,
    rehearsing,
    ...(rehearsal && { rehearsal }),
    household,
    bell,
    stop: async () => {
      stopMeeting()
      await web.close()
      await bell.stop()
      await platforms.stop()
      await queue.close()
      await rehearsal?.close()
      store.close()
      letGo()
    },
  }
}

function alone(file: string): () => void {
  const letGo = takeAlone(file)
  if (letGo) return letGo
  throw new NotReady(
    `Another Muster is at work on ${file}: two would say everything twice.\nStop that one first, or choose another DATABASE_FILE.`,
  )
}

type LoadPages = () => Promise<Pages>

/** The pages that people open in a browser, loaded with the first of them. */
function pagesOf(household: Household, handle: Handle, log: Log): LoadPages {
  let pages: Pages | undefined
  return async () => {
    const { openPages } = await import('./desk.ts')
    pages ??= openPages(household, handle, log)
    return pages
  }
}

function mountPages({ app }: Web, pages: LoadPages): void {
  const page = (name: 'desk' | 'calendar' | 'about') => onFirstVisit(async () => (await pages())[name])
  app.use('/desk', page('desk'))
  app.use('/calendar', page('calendar'))
  app.get(['/privacy', '/terms'], page('about'))
}

/** After every room: what none of them answered, and what failed in one. */
function mountTheEnd({ app }: Web, pages: LoadPages): void {
  const end = (fault?: unknown) => onFirstVisit(async () => (await pages()).nowhere(fault))
  app.use(end())
  const failed: ErrorRequestHandler = (fault, req, res, next) =>
    res.headersSent ? next(fault) : end(fault)(req, res, next)
  app.use(failed)
}

/** A queue that is away only delays, so it is said but does not take the house out of service; without its file nothing can be done. */
async function checksOf(bell: Bell, store: Store) {
  const { ok, reason = 'The queue is away.', findings } = await bell.health()
  const away = ok ? [] : [{ code: 'queue-away', sentence: reason, blocks: false }]
  return [...fileCheck(store), ...away, ...findings.map(({ code, sentence }) => ({ code, sentence, blocks: false }))]
}

function fileCheck(store: Store) {
  try {
    store.transaction((tx) => tx.settings.set('checked', 'yes'))
    return []
  } catch {
    return [{ code: 'file', sentence: 'The file cannot be written to.', blocks: true }]
  }
}

import type { QueueHouse, ServerFacts } from './house.ts'

/** Something about the queue server that an administrator should put right. */
export interface Finding {
  code: 'queue-away' | 'queue-embedded' | 'redis-evicts' | 'redis-forgets' | 'redis-old'
  /** What is the matter. */
  sentence: string
  /** What to do about it. */
  next: string
}

/** The oldest Redis whose delayed jobs BullMQ handles without fall-backs. */
const OLDEST_REDIS = '6.2.0'

/** What is not as it should be with the queue server; nothing, when all is well. Never rejects. */
export async function checkQueue(house: QueueHouse): Promise<Finding[]> {
  try {
    return findings(house.kind, await house.inspect())
  } catch (error) {
    return [
      {
        code: 'queue-away',
        sentence: `The queue does not answer (${house.trouble() ?? (error as Error).message}).`,
        next: 'Start it, or correct QUEUE_URL. Nothing is lost: what is due is rung as soon as it is back.',
      },
    ]
  }
}

function findings(kind: QueueHouse['kind'], facts: ServerFacts): Finding[] {
  if (kind === 'embedded') {
    return [
      {
        code: 'queue-embedded',
        sentence: 'The queue lives in the memory of this process.',
        next: 'Set QUEUE_URL=redis://… before real work depends on it.',
      },
    ]
  }
  if (kind === 'postgres') return []
  const found: Finding[] = []
  if (facts.maxmemoryPolicy !== 'noeviction') {
    found.push({
      code: 'redis-evicts',
      sentence: `Redis may throw waiting work away when its memory is full (maxmemory-policy is ${facts.maxmemoryPolicy}).`,
      next: 'Set "maxmemory-policy noeviction" in redis.conf.',
    })
  }
  if (!facts.appendOnly) {
    found.push({
      code: 'redis-forgets',
      sentence: 'Redis forgets what is queued when it restarts (appendonly is no), so things may be late.',
      next: 'Set "appendonly yes" in redis.conf.',
    })
  }
  if (facts.version !== undefined && isOlder(facts.version, OLDEST_REDIS)) {
    found.push({
      code: 'redis-old',
      sentence: `Redis ${facts.version} is older than ${OLDEST_REDIS}.`,
      next: 'Use a newer Redis; 7 is tried.',
    })
  }
  return found
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0
}

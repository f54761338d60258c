import { greedy } from '../../../src/chat/fit.ts'
import { LIMITS } from '../limits.ts'

/** Blocks in pages that Slack takes, one place of each page being kept for "Page 1 of 3". */
export function pagesOf<T extends object>(blocks: readonly T[], maxBlocks: number): T[][] {
  const all = { count: maxBlocks, weight: LIMITS.messageCharacters }
  const whole = greedy(blocks, all, characters)
  return whole.length <= 1 ? whole : greedy(blocks, { ...all, count: maxBlocks - 1 }, characters)
}

/** How many characters of text a block shows, everything it holds being counted but its keys. */
function characters(block: object): number {
  return Object.values(block).reduce((sum: number, value: unknown) => {
    if (typeof value === 'string') return sum + value.length
    return typeof value === 'object' && value !== null ? sum + characters(value) : sum
  }, 0)
}

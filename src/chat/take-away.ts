/** A message that must go, page by page: deleted where the platform allows it, overwritten where it does not, and told truly either way. */
import type { DeliveryError, Removal } from '../ports.ts'

export interface TakingAway {
  delete(id: string): Promise<unknown>
  overwrite(id: string): Promise<unknown>
  failureOf(error: unknown): DeliveryError
  /** Whether a refusal means that nothing stands there any more. */
  isGone(failure: DeliveryError): boolean
}

/** What became of all its pages: the worst of them. Throws a DeliveryError for trouble that may pass; asking again then does no harm. */
export async function takeAway(pages: readonly string[], how: TakingAway): Promise<Removal> {
  const became: Removal[] = []
  // The first page last: the others hang below it.
  for (const id of pages.toReversed()) became.push(await takeOne(id, how))
  return WORST_FIRST.find((one) => became.includes(one)) ?? 'gone'
}

const WORST_FIRST: readonly Removal[] = ['stands', 'overwritten', 'deleted', 'gone']

async function takeOne(id: string, how: TakingAway): Promise<Removal> {
  const refused = await refusal(how.delete(id), how)
  if (refused === undefined) return 'deleted'
  if (how.isGone(refused)) return 'gone'
  const again = await refusal(how.overwrite(id), how)
  if (again === undefined) return 'overwritten'
  return how.isGone(again) ? 'gone' : 'stands'
}

/** Why the platform will never do it; undefined when it did. */
async function refusal(doing: Promise<unknown>, { failureOf }: TakingAway): Promise<DeliveryError | undefined> {
  try {
    await doing
    return undefined
  } catch (error) {
    const failure = failureOf(error)
    if (!failure.permanent) throw failure
    return failure
  }
}

import type { Handle } from '../../src/chat/intent.ts'
import type { Result } from '../../src/kernel/result.ts'
import type { Clock } from '../../src/kernel/time.ts'
import type { Ids, Log } from '../../src/ports.ts'
import type { DeskAccess } from './access.ts'
import type { DocumentFile } from './document.ts'

/** What the desk is given by main.ts. */
export interface DeskOptions {
  readonly handle: Handle
  readonly access: DeskAccess
  /** Where the desk is reached from outside, without a trailing slash; with https, cookies are Secure. */
  readonly baseUrl: string
  readonly clock: Clock
  readonly log: Log
  readonly ids: Pick<Ids, 'secret'>
  /** Long and secret; changing it only makes open pages stale. */
  readonly csrfSecret: string
  /** The evidence pack of a case as a file, for somebody who may take it. */
  readonly evidence?: (wanted: {
    readonly person: string
    readonly subject: string
    readonly narrative: boolean
  }) => Promise<Result<DocumentFile>>
  /** The minutes of a meeting as a file, for somebody who may see it. */
  readonly minutes?: (wanted: { readonly person: string; readonly subject: string }) => Promise<Result<DocumentFile>>
  /** The partnership's name, as it is now. */
  readonly partnership: () => string
}

export const usesHttps = ({ baseUrl }: Pick<DeskOptions, 'baseUrl'>): boolean => baseUrl.startsWith('https:')

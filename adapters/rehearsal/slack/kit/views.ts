import { z } from 'zod'
import { blockList } from './blocks.ts'
import { LIMITS } from './limits.ts'
import { id, plainText } from './text.ts'

/** The two kinds of view: a modal, and a person's home page in the app. */

const shared = {
  blocks: blockList(LIMITS.viewBlocks),
  private_metadata: z.string().max(LIMITS.privateMetadata).optional(),
  callback_id: id,
  external_id: id,
}

export const modal = z
  .strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plainText(LIMITS.viewTitle),
    submit: plainText(LIMITS.viewTitle).nullish(),
    close: plainText(LIMITS.viewTitle).nullish(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  })
  .refine((view) => view.submit || !view.blocks.some((block) => block.type === 'input'), {
    message: 'missing required field: submit (a view with input blocks needs one)',
    path: ['submit'],
  })

export const home = z.strictObject({ type: z.literal('home'), ...shared })

export type ModalView = z.infer<typeof modal>
export type HomeView = z.infer<typeof home>

import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** The smallest pieces of Block Kit: texts, ids, links, options, confirmations. */

export const words = (max: number) => z.string().min(1).max(max)

export const plainText = (max: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: words(max), emoji: z.boolean().optional() })

const mrkdwn = (max: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: words(max), verbatim: z.boolean().optional() })

export const anyText = (max: number) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)])

export const id = z.string().max(LIMITS.id).optional()
export const url = words(LIMITS.url)
export const style = z.enum(['primary', 'danger']).optional()

const optionOf = <Text extends z.ZodType>(text: Text) =>
  z.strictObject({
    text,
    value: words(LIMITS.optionValue),
    description: plainText(LIMITS.optionText).optional(),
    url: url.optional(),
  })

/** Menus show plain text; check boxes and radio buttons may be formatted. */
export const option = optionOf(plainText(LIMITS.optionText))
export const richOption = optionOf(anyText(LIMITS.optionText))
export type Option = z.infer<typeof richOption>

export const confirm = z
  .strictObject({
    title: plainText(LIMITS.confirmTitle).optional(),
    text: anyText(LIMITS.confirmText),
    confirm: plainText(LIMITS.confirmButton).optional(),
    deny: plainText(LIMITS.confirmButton).optional(),
    style,
  })
  .optional()

export const image = z
  .strictObject({
    type: z.literal('image'),
    image_url: url.optional(),
    slack_file: z.object({ id: z.string().optional(), url: z.string().optional() }).optional(),
    alt_text: words(LIMITS.altText),
  })
  .refine(hasOnePicture, { message: 'must have exactly one of `image_url` and `slack_file`' })

export function hasOnePicture(picture: { image_url?: unknown; slack_file?: unknown }): boolean {
  return (picture.image_url === undefined) !== (picture.slack_file === undefined)
}

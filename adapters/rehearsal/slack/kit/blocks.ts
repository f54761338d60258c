import { z } from 'zod'
import { complaintsAbout, type Element, inActions, inInput, inSection } from './elements.ts'
import { LIMITS } from './limits.ts'
import { anyText, hasOnePicture, id, image, plainText, url, words } from './text.ts'

/** The blocks of messages and views, as Slack's reference describes them. */

const block = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), block_id: id, ...shape })

const section = block('section', {
  text: anyText(LIMITS.sectionText).optional(),
  fields: z.array(anyText(LIMITS.fieldText)).min(1).max(LIMITS.sectionFields).optional(),
  accessory: z.discriminatedUnion('type', [...inSection, image]).optional(),
  expand: z.boolean().optional(),
}).refine((it) => it.text !== undefined || it.fields !== undefined, { message: 'missing required field: text' })

const actions = block('actions', {
  elements: z
    .array(z.discriminatedUnion('type', [...inActions]))
    .min(1)
    .max(LIMITS.actionsElements),
})

const input = block('input', {
  label: plainText(LIMITS.label),
  hint: plainText(LIMITS.hint).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [...inInput]),
})

const context = block('context', {
  elements: z
    .array(z.discriminatedUnion('type', [anyText(LIMITS.contextText), image]))
    .min(1)
    .max(LIMITS.contextElements),
})

const picture = block('image', {
  image_url: url.optional(),
  slack_file: z.object({ id: z.string().optional(), url: z.string().optional() }).optional(),
  alt_text: words(LIMITS.altText),
  title: plainText(LIMITS.imageTitle).optional(),
}).refine(hasOnePicture, { message: 'must have exactly one of `image_url` and `slack_file`' })

const richText = block('rich_text', { elements: z.array(z.looseObject({ type: z.string() })) })

const table = block('table', {
  rows: z
    .array(z.array(z.looseObject({ type: z.enum(['raw_text', 'raw_number', 'rich_text']) })).max(LIMITS.tableCells))
    .min(1)
    .max(LIMITS.tableRows),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        .nullable(),
    )
    .max(LIMITS.tableCells)
    .optional(),
})

const anyBlock = z.discriminatedUnion('type', [
  section,
  actions,
  input,
  context,
  picture,
  richText,
  table,
  block('header', { text: plainText(LIMITS.headerText) }),
  block('divider', {}),
  block('markdown', { text: words(LIMITS.markdownTotal) }),
])
export type Block = z.infer<typeof anyBlock>

/** An element, and the block it stands in. */
export interface Placed {
  element: Element
  block: Block
  /** Where it is, as Slack points at it: `/2/elements/0`. */
  at: (string | number)[]
}

/** Everything a person can press, choose or fill in these blocks, from the top down. */
export function elementsIn(blocks: readonly Block[]): Placed[] {
  return blocks.flatMap((block, index): Placed[] => {
    switch (block.type) {
      case 'actions':
        return block.elements.map((element, nth) => ({ element, block, at: [index, 'elements', nth] }))
      case 'input':
        return [{ element: block.element, block, at: [index, 'element'] }]
      case 'section':
        if (!block.accessory || block.accessory.type === 'image') return []
        return [{ element: block.accessory, block, at: [index, 'accessory'] }]
      default:
        return []
    }
  })
}

/** A list of blocks as a whole: every shape, and what must be unique across them. */
export const blockList = (max: number) =>
  z
    .array(anyBlock)
    .max(max, { abort: true })
    .superRefine((blocks, context) => {
      const complain = (message: string, path: (string | number)[]) =>
        context.addIssue({ code: 'custom', message, path })
      for (const twice of repeated(blocks, (each) => each.block_id))
        complain(`block_id \`${twice.key}\` already exists`, [twice.index, 'block_id'])

      const placed = elementsIn(blocks)
      // Unique within its block is Slack's own rule: a list may repeat one action on every row.
      for (const twice of repeated(placed, ({ element, at }) => element.action_id && `${at[0]} ${element.action_id}`))
        complain(`action_id \`${twice.item.element.action_id}\` already exists`, [...twice.item.at, 'action_id'])
      for (const { element, at } of placed) for (const complaint of complaintsAbout(element)) complain(complaint, at)
      const focused = placed.filter(({ element }) => 'focus_on_load' in element && element.focus_on_load)
      if (focused[1]) complain('only one element may have `focus_on_load`', focused[1].at)

      const markdown = blocks.reduce((sum, each) => sum + (each.type === 'markdown' ? each.text.length : 0), 0)
      if (markdown > LIMITS.markdownTotal)
        complain(`markdown must be less than ${LIMITS.markdownTotal + 1} characters in all`, [])
      if (blocks.filter((each) => each.type === 'table').length > 1) complain('only one table allowed', [])
    })

function repeated<T>(items: readonly T[], keyOf: (item: T) => string | undefined) {
  const seen = new Set<string>()
  return items.flatMap((item, index) => {
    const key = keyOf(item)
    if (!key) return []
    if (seen.has(key)) return [{ item, index, key }]
    seen.add(key)
    return []
  })
}

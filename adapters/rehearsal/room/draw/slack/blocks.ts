import { valuesOf } from '../../../slack/inputs.ts'
import type { Block } from '../../../slack/kit/blocks.ts'
import type { Json, Values } from '../../../slack/state.ts'
import { h, type Node } from '../html.ts'
import { control, type Setting } from './controls.ts'
import { type Names, shown } from './kit.ts'

/** A list of blocks: what only shows is Slack's look alone, what can be used is a real input beside it. */

export interface Occasion {
  readonly names: Names
  /** Makes ids of this message or view unlike those of any other on the page. */
  readonly id: string
  /** What has been chosen; what the app filled in when left out. */
  readonly values?: Values
  /** Block ids to complaints. */
  readonly errors?: Readonly<Record<string, string>>
}

export function drawBlocks(blocks: readonly Block[], occasion: Occasion): Node[] {
  const values = occasion.values ?? valuesOf(blocks)
  return blocks.map((block, index) => {
    const key = block.block_id ?? String(index)
    return h('div', { key, className: `block block-${block.type}` }, drawBlock(block, { ...occasion, values }))
  })
}

type Full = Occasion & { values: Values }

function drawBlock(block: Block, occasion: Full): Node {
  switch (block.type) {
    case 'actions':
      return h('div', { className: 'slack-row' }, ...block.elements.map((each) => use(block, each, occasion)))
    case 'section': {
      const { accessory, ...rest } = block
      if (!accessory || accessory.type === 'image') return shown([block], occasion.names)
      const words = h('div', { key: 'words', className: 'slack-grow' }, shown([rest], occasion.names))
      return h('div', { className: 'slack-beside' }, words, use(block, accessory, occasion))
    }
    case 'input':
      return drawInput(block, occasion)
    default:
      return shown([block], occasion.names)
  }
}

type InAction = Parameters<typeof control>[0]

function use(block: Block, element: InAction, { names, values }: Full): Node {
  const setting = { names, blockId: block.block_id ?? '', held: heldBy(block, element, values), tells: true }
  return h('div', { key: element.action_id, className: 'slack-use' }, control(element, setting))
}

function drawInput(block: Extract<Block, { type: 'input' }>, { names, id, values, errors = {} }: Full): Node {
  const { element, label, hint, optional = false, dispatch_action: tells = false, block_id: blockId = '' } = block
  const error = errors[blockId]
  const name = `${id}-${blockId}`.replaceAll(/\s/g, '_')
  const described = [...(error ? [`${name}-error`] : []), ...(hint ? [`${name}-hint`] : [])].join(' ')
  const setting: Setting = {
    names,
    blockId,
    held: heldBy(block, element, values),
    label: `${name}-label`,
    describedBy: described || undefined,
    tells,
    required: !optional,
    invalid: error !== undefined,
  }
  return h(
    'div',
    { className: error ? 'slack-field slack-field-wrong' : 'slack-field' },
    h(
      'div',
      { className: 'slack-label', id: `${name}-label` },
      label.text,
      optional ? h('span', { className: 'slack-optional' }, ' (optional)') : null,
    ),
    control(element, setting),
    error ? h('p', { className: 'slack-error', id: `${name}-error` }, error) : null,
    hint ? h('p', { className: 'slack-hint', id: `${name}-hint` }, hint.text) : null,
  )
}

function heldBy(block: Block, element: InAction, values: Values): Json | undefined {
  return values[block.block_id ?? '']?.[element.action_id ?? '']
}

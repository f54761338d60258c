/**
 * How a message becomes something that can be seen: one small function for each kind of block. Every platform, every letter and every document has its
 * drawer; a kind that one of them forgets is named by the compiler.
 *
 * @example
 *   const drawer: Drawer<string> = { heading: ({ text }) => text.toUpperCase(), divider: () => '---', … }
 *   message.blocks.map((block) => drawWith(drawer, block))
 */
import type { Block } from './words.ts'

/** `More` is what else its functions are told, e.g. where pictures can be fetched. */
export type Drawer<Out, More extends readonly unknown[] = []> = {
  readonly [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>, ...more: More) => Out
}

export function drawWith<Out, More extends readonly unknown[]>(
  drawer: Drawer<Out, More>,
  block: Block,
  ...more: More
): Out {
  // A drawer's function for a kind takes blocks of that kind, which the compiler cannot follow through the look-up.
  const draw = drawer[block.kind] as (block: Block, ...more: More) => Out
  return draw(block, ...more)
}

/** How a letter looks: the desk's paper and ink. Contrast is at least 4.5:1 for words. */
import type { Tone } from '../../../src/chat/words.ts'

const INK = '#1b2426'
const FAINT = '#4d5a5e'
const DEEP = '#173f4a'
const LINE = '#d9d5ca'
const FACE = "font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
const CELL = `padding:8px 12px 8px 0;border-bottom:1px solid ${LINE};text-align:left;vertical-align:top;overflow-wrap:anywhere`

export const STYLE = {
  body: `margin:0;padding:16px 8px;background:#f5f3ee;color:${INK};${FACE};font-size:16px;line-height:1.5`,
  frame: 'width:100%;max-width:640px;margin:0 auto;border-collapse:collapse',
  band: `padding:14px 28px;background:${DEEP};border-bottom:4px solid #f2b84b;color:#d5e3e6;${FACE};font-size:15px`,
  mark: 'margin-right:6px;color:#ffffff;font-size:20px',
  sheet: `padding:28px;background:#ffffff;border:1px solid ${LINE};border-top:0;color:${INK};${FACE};font-size:16px;line-height:1.5`,
  title: 'margin:0 0 18px;font-size:24px;line-height:1.25;overflow-wrap:anywhere',
  heading: 'margin:26px 0 10px;font-size:18px;line-height:1.3;overflow-wrap:anywhere',
  text: 'margin:0 0 14px;overflow-wrap:anywhere',
  quiet: `margin:0 0 14px;color:${FAINT};font-size:14px;overflow-wrap:anywhere`,
  can: 'margin:0 0 6px;overflow-wrap:anywhere',
  list: 'margin:0 0 14px;padding:0 0 0 24px',
  item: 'margin:0 0 4px;overflow-wrap:anywhere',
  table: `width:100%;margin:0 0 20px;border-collapse:collapse;border-top:1px solid ${LINE};font-size:16px`,
  caption: 'padding:0 0 8px;text-align:left;font-weight:bold',
  column: `${CELL};font-size:14px;color:${FAINT}`,
  cell: CELL,
  label: `${CELL};width:34%`,
  value: CELL,
  note: `color:${FAINT};font-size:14px`,
  bar: 'width:100%;margin:0 0 16px;border-collapse:collapse',
  full: `height:8px;padding:0;background:${DEEP};font-size:0;line-height:0`,
  empty: `height:8px;padding:0;background:${LINE};font-size:0;line-height:0`,
  notice: 'margin:0 0 18px;padding:12px 16px;border-left:5px solid;overflow-wrap:anywhere',
  rule: `margin:22px 0;border:0;border-top:1px solid ${LINE}`,
  link: 'color:#14596b;font-weight:bold',
  answer: 'margin:24px 0 12px',
  button: `display:inline-block;padding:12px 20px;background:${DEEP};border-radius:4px;color:#ffffff;font-weight:bold`,
  foot: `padding:16px 28px;color:${FAINT};${FACE};font-size:13px;line-height:1.45`,
  footLine: 'margin:0 0 6px',
} as const

export const TINTS: Readonly<Record<Tone, string>> = {
  neutral: `background:#eef3f4;border-color:${FAINT};color:${INK}`,
  good: 'background:#eaf4ee;border-color:#1d6b45;color:#14482f',
  warn: 'background:#fdf4e3;border-color:#8a5200;color:#5c3700',
  bad: 'background:#fbeceb;border-color:#a3261f;color:#7d1c17',
}

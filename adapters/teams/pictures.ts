/** Pictures as data inside the card: for Teams that cannot reach the desk, and for the rehearsal. */
import { Resvg } from '@resvg/resvg-js'
import { LIMITS } from './limits.ts'
import { indexedPng } from './png.ts'

const WIDTH = 640

/** Undefined when the picture is too heavy for a card. */
export const inlinePictures = {
  url(svg: string): string | undefined {
    const png = indexedPng(new Resvg(svg, { fitTo: { mode: 'width', value: WIDTH }, background: '#ffffff' }).render())
    return png.length <= LIMITS.pictureBytes ? `data:image/png;base64,${png.toString('base64')}` : undefined
  },
}

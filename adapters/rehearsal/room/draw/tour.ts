/** The two-minute tour: what a newcomer does first, with the people of the fictional partnership. */

/** What the page opens (and writes into the composer) when asked to show a step. */
export interface TourStep {
  readonly title: string
  readonly words: string
  readonly go?: {
    readonly left?: { readonly person: string; readonly tab?: string }
    readonly right?: { readonly person: string; readonly tab?: string }
    readonly type?: string
    readonly move?: string
  }
}

export const TOUR: readonly TourStep[] = [
  {
    title: 'Begin a review',
    words: 'Priya Sampleton, in Slack, types /rapid-review start and presses Enter.',
    go: { left: { person: 'spa', tab: 'slack' }, type: '/rapid-review start' },
  },
  {
    title: 'Answer it elsewhere',
    words: 'Her agencies are asked at once. Gil Nullman of Hackney Housing finds the same card in Teams.',
    go: { left: { person: 'spa', tab: 'slack' }, right: { person: 'housing', tab: 'teams' } },
  },
  {
    title: 'Let time pass',
    words: 'Move to the next working day at 09:00 and see who is reminded, and of what.',
    go: { move: 'working-day' },
  },
  {
    title: 'Decide',
    words: 'Marlowe Testwick, the commissioner, is the only one who can. Anyone else is told who is.',
    go: { left: { person: 'icsc', tab: 'teams' }, right: { person: 'spa', tab: 'slack' } },
  },
]

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
    words: 'Priya presses “Scope and send requests” and chooses Homerton. Dr Imogen Trialsby is asked in Teams.',
    go: { left: { person: 'spa', tab: 'slack' }, right: { person: 'hospital', tab: 'teams' } },
  },
  {
    title: 'Let time pass',
    words: 'Move to the next working day at 09:00 and see who is reminded, and of what.',
    go: { move: 'working-day' },
  },
  {
    title: 'Decide',
    words:
      'Once the draft is ready, Marlowe Testwick, the commissioner, decides. Anybody else who tries is told who can.',
    go: { left: { person: 'icsc', tab: 'teams' }, right: { person: 'spa', tab: 'slack' } },
  },
]

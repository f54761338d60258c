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
    words: 'Priya Sampleton types /rapid-review start in Slack and presses Enter.',
    go: { left: { person: 'spa', tab: 'slack' }, type: '/rapid-review start' },
  },
  {
    title: 'Answer it elsewhere',
    words: 'Priya scopes the review and asks Homerton. Dr Imogen Trialsby is asked in Teams.',
    go: { left: { person: 'spa', tab: 'slack' }, right: { person: 'hospital', tab: 'teams' } },
  },
  {
    title: 'Let time pass',
    words: 'Move to the next working day at 09:00: who is reminded, and of what?',
    go: { move: 'working-day' },
  },
  {
    title: 'Stop here, go on there',
    words: 'After the meeting Priya types /rapid-review checklist, stops in Slack and goes on in Teams.',
    go: {
      left: { person: 'spa', tab: 'slack' },
      right: { person: 'spa', tab: 'teams' },
      type: '/rapid-review checklist',
    },
  },
  {
    title: 'Decide',
    words: 'Marlowe Testwick, the commissioner, decides. Anybody else who tries is told who can.',
    go: { left: { person: 'icsc', tab: 'teams' }, right: { person: 'spa', tab: 'slack' } },
  },
  {
    title: 'Call a meeting',
    words: 'Jo Mockford, the business manager, puts one on a date; members answer with one press.',
    go: {
      left: { person: 'bm', tab: 'slack' },
      right: { person: 'slt-nhs', tab: 'teams' },
      type: '/meetings call slt 2027-02-25 14:00',
    },
  },
]

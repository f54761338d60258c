/** What Slack accepts, as a table (docs.slack.dev/reference/block-kit). `src/chat/fit.ts` makes things fit; nothing is ever cut in silence. */
export const LIMITS = Object.freeze({
  messageBlocks: 50,
  /** Not documented; Slack answers `msg_blocks_too_long` somewhere above 13,000. */
  messageCharacters: 12_000,
  /** Slack takes 40,000 and advises 4000. */
  summary: 4000,
  viewBlocks: 100,
  viewTitle: 24,
  viewButton: 24,
  metadata: 3000,
  section: 3000,
  header: 150,
  imageAlt: 2000,
  imageUrl: 3000,
  /** Slack takes 25; five is what one row on a phone can carry. */
  buttonsInRow: 5,
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  id: 255,
  label: 2000,
  hint: 2000,
  input: 3000,
  optionText: 75,
  optionValue: 150,
  /** Radio buttons and check boxes. */
  choices: 10,
  options: 100,
  optionGroups: 100,
  responseUrlUses: 5,
})

/** What Teams accepts, as a table (learn.microsoft.com, "cards reference" and "format cards"). `src/chat/fit.ts` makes things fit; nothing is cut in silence. */
export const LIMITS = Object.freeze({
  /** Adaptive Cards newer than this are drawn as their fallback text. */
  version: '1.5',
  /** Teams refuses a message above 100 kB with 413, and Microsoft advises to stay below 80; what travels around the card is taken off. */
  cardBytes: 76 * 1024,
  /** Teams hides further buttons of the same row. */
  buttonsInRow: 6,
  /** Not documented: about how many characters of labels stand beside one another on a desktop, and how many a button's own edges take. */
  rowWidth: 62,
  buttonPadding: 5,
  /** Not documented; about what one button shows on a phone. The whole of a longer label is said above it. */
  buttonText: 60,
  buttonData: 4000,
  /** Not documented; about what a notification shows. */
  summary: 300,
  dialogTitle: 60,
  /** Not documented; a few lines, which is what fits beside a pressed card. */
  note: 250,
  /** Not documented; a label this long stands in two lines beside its value on a phone. */
  besideLabel: 28,
  /** One paragraph. No limit of Teams, but what lets a long text be parted between two cards. */
  paragraph: 3000,
  /** A table wider or heavier than this is told row by row. */
  tableColumns: 6,
  tableRow: 1500,
  /** What is read of one activity. Teams' own are far smaller. */
  incoming: '512kb',
  /** Of one input, when a question sets none. */
  input: 4000,
  /** Choices that stand open; more of them are a menu. */
  choices: 10,
  /** A picture carried inside a card; without it the figure is still its sentence and its table. */
  pictureBytes: 48 * 1024,
})

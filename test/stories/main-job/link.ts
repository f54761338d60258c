/** The personal links to the desk in what somebody was sent, oldest first. */
export function linksIn(sent: unknown): string[] {
  return JSON.stringify(sent).match(/https?:\/\/[\w.:-]+\/desk\/in\/[\w-]+/g) ?? []
}

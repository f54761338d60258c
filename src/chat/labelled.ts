/** A label before its value: "Area:", but "Who says so?", which has its mark already. */
export function labelled(label: string): string {
  return /[?!.:…]$/.test(label) ? label : `${label}:`
}

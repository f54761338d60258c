/** How an input's value is to be read: the action id that the renderer gives it. */
export type Reading = 'text' | 'number' | 'choice' | 'choices' | 'date' | 'time' | 'attest'

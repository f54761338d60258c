/**
 * Form E: the Rapid Review itself, which the adviser completes and the meeting confirms (19.12, 19.13; DOMAIN 3.6). The purposes of 19.12
 * are its headings; E3, the context of the child's life, is asked when the guidance in force has that purpose (`purposeE3`).
 */
import type { Form } from '../../../forms/form.ts'
import { facts } from './checklist/facts.ts'
import { header } from './checklist/header.ts'
import { immediate } from './checklist/immediate.ts'
import { improvement } from './checklist/improvement.ts'
import { lifeContext } from './checklist/life-context.ts'
import { nextSteps } from './checklist/next-steps.ts'

export const checklist: Form = {
  id: 'E',
  title: 'Rapid Review checklist',
  sections: [header, facts, lifeContext, immediate, improvement, ...nextSteps],
}

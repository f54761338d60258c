/** The authority withdraws its notification: health and police give their views, the commissioner confirms, the clocks stop with a reason (T40). */
import { byForm, type Steps } from '../../engine/procedure.ts'
import { eachAgencyInScope, eachSafeguardingPartner, healthAndPolice, icscOrAlternate } from '../../who.ts'
import { isWithdrawalAsked } from '../kind.ts'
import { anotherPersonThan } from '../needs.ts'
import { withdrawalIn } from '../readings.ts'

export const withdrawal: Steps = {
  'withdraw-view': {
    says: 'Give your view on withdrawing the notification',
    beside: 'withdrawal',
    owes: healthAndPolice,
    may: 'case.withdraw-view',
    when: isWithdrawalAsked,
    closes: byForm('B-withdraw-view', {
      label: 'Give your view',
      outcome: ({ BV1 }) => (BV1 === 'yes' ? 'agrees' : 'disagrees'),
    }),
  },
  'withdraw-confirm': {
    says: 'Confirm that the notification is withdrawn',
    beside: 'withdrawal',
    owes: icscOrAlternate,
    may: 'case.withdraw',
    after: ['withdraw-view'],
    when: isWithdrawalAsked,
    closes: byForm('B-withdraw-end', { label: 'Confirm or refuse', outcome: withdrawalIn }),
    givesOn: { kept: ['local-opened'] },
    // What was decided was decided as a statutory review: as a local one it is the commissioner's to decide anew.
    again: { kept: ['agree'] },
    marks: { withdrawn: ['withdraw', 'yes'], kept: ['withdraw', 'kept'], refused: ['withdraw', 'refused'] },
    needs: anotherPersonThan('move/withdraw'),
    tells: [eachSafeguardingPartner, eachAgencyInScope],
  },
}

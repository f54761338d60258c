/** Somebody joins, or their details are corrected. */
import { type Message, quiet, text, say as words } from '../../../chat/words.ts'
import { asList, asText } from '../../../forms/answer.ts'
import type { Answers } from '../../../forms/form.ts'
import { isRefusal, type Refusal } from '../../../kernel/result.ts'
import { passable, returning } from '../../../membership/paper.ts'
import { seatsAsked } from '../../../membership/seats-asked.ts'
import type { Standing } from '../../../partnership/authority/may.ts'
import type { Partnership, Person } from '../../../partnership/partnership.ts'
import type { Ctx } from '../../ctx.ts'
import { disturbAt } from '../../disturb.ts'
import { shown } from './face.ts'
import { offerActions } from './hand-over.ts'
import { record, takenOver } from './record.ts'

/** Adds somebody, known from then on; who comes back under the same name and address keeps the id they had. */
export function join(ctx: Ctx, standing: Standing, answers: Answers): Message | Refusal {
  const { partnership, at } = ctx
  const told = detailsIn(answers, 'PJ1', 'PJ3', 'PJ2', 'PJ4')
  const back = returning(partnership, told, at)
  const person: Person = { id: back?.id ?? freeId(partnership, told.name), ...told }
  const before = asText(answers.PJ6)
  const wanted = [
    ...(before === '' ? [] : passable(partnership, before, at).map((seat) => takenOver(seat, person.id, at))),
    ...seatsAsked(answers.PJ7, person.id, at),
  ]
  const done = record(ctx, standing, wanted, [
    { kind: 'person-joined', person: { ...person, reach: [...person.reach] } },
    ...(before === '' ? [] : [{ kind: 'person-succeeded', person: before, successor: person.id } as const]),
  ])
  if (isRefusal(done)) return done
  if (before !== '') offerActions(ctx, standing, before, person.id)
  welcome(ctx, person)
  return shown(ctx, done, person.id, `${person.name} is known from now on.`)
}

/** Corrects somebody's details; what is recorded here wins over the people file. */
export function correct(ctx: Ctx, standing: Standing, answers: Answers, about: string): Message | Refusal {
  const to = detailsIn(answers, 'PC1', 'PC3', 'PC2', 'PC4')
  const done = record(
    ctx,
    standing,
    [],
    [{ kind: 'person-corrected', person: about, to: { ...to, reach: [...to.reach] } }],
  )
  return isRefusal(done) ? done : shown(ctx, done, about, `${to.name}’s details are corrected.`)
}

function detailsIn(answers: Answers, name: string, email: string, agency: string, reach: string) {
  return {
    name: asText(answers[name]).trim().replace(/\s+/g, ' '),
    email: asText(answers[email]).trim(),
    agency: asText(answers[agency]),
    reach: asList(answers[reach]) as Person['reach'],
  }
}

/** `wanda-new`; with a number when somebody is called so already. */
function freeId({ people }: Partnership, name: string): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const stem = plain === '' ? 'person' : plain
  const names = [stem, ...Array.from({ length: people.size + 1 }, (_, n) => `${stem}-${n + 2}`)]
  return names.find((one) => !people.has(one)) ?? stem
}

function welcome(ctx: Ctx, { id }: Person): void {
  const { short } = ctx.partnership.profile.partnership
  ctx.say({
    key: `welcome/${id}/${ctx.at}`,
    to: { person: id },
    content: {
      message: words(
        `Muster: you have been added to ${short}`,
        text(
          `${ctx.person.name} has added you. Muster brings you what ${short} asks of you, and nothing else; it is not a way to report that a child is at risk.`,
        ),
        quiet('In Slack or Teams, say "muster help" to Muster. If it does not know your account, ask for a link code.'),
      ),
    },
    notBefore: disturbAt(ctx.house, false, ctx.at),
  })
}

/** People: who belongs to the partnership, who joins, whose details change, who leaves. Each change is a form, and a fact that wins over the people file. */

import { isRefusal, type Result, refuse } from '../../kernel/result.ts'
import { peopleFace } from '../../membership/face.ts'
import { type Entering, membership } from '../../membership/paper.ts'
import type { Person } from '../../partnership/partnership.ts'
import type { Ctx, Handler } from '../ctx.ts'
import { peopleKnown } from '../papers.ts'
import { settingFor } from '../work.ts'
import { enter } from './enter.ts'
import { faceOf } from './membership/face.ts'
import { leave } from './membership/leave.ts'
import { personCalled } from './people.ts'

/** Everybody, or one of them. */
const listPeople: Handler = (ctx) => {
  const allowed = ctx.may('person.list')
  if (isRefusal(allowed)) return allowed
  const { person: named } = ctx.intent.input
  if (typeof named === 'string' && named !== '') {
    const person = anybodyCalled(ctx, named)
    return isRefusal(person) ? person : { kind: 'message', message: faceOf(ctx, ctx.partnership, person) }
  }
  const connected = (person: string) => ctx.tx.doors.of(person).map(({ platform }) => platform)
  return { kind: 'message', message: peopleFace(ctx.partnership, ctx.at, connected) }
}

const joining: Handler = (ctx) => enterFor(ctx, 'join')

/** Corrects somebody; or says that they leave, or who takes over from one who has left. */
const onSomebody =
  (entrance: 'correct' | 'leave'): Handler =>
  (ctx) => {
    const person = anybodyCalled(ctx, String(ctx.intent.input.person ?? ''))
    if (isRefusal(person)) return person
    if (entrance === 'leave' && person.id === ctx.person.id) return NOT_ONESELF
    return enterFor(ctx, entrance, person)
  }

/** The short way, for the day itself: every way in is closed at once, and who takes over is named afterwards. */
const left: Handler = (ctx) => {
  const person = personCalled(ctx, String(ctx.intent.input.person ?? ''))
  if (isRefusal(person)) return person
  const allowed = ctx.may('person.left')
  if (isRefusal(allowed)) return allowed
  if (person.id === ctx.person.id) return NOT_ONESELF
  const message = leave(ctx, allowed, {}, person.id)
  return isRefusal(message) ? message : { kind: 'message', message }
}

const NOT_ONESELF = refuse('not-oneself', 'Nobody signs themselves off.', 'Ask a colleague of the support team.')

function enterFor(ctx: Ctx, entrance: Entering, person?: Person) {
  const { form, may } = membership.entrances[entrance]
  const allowed = ctx.may(may)
  if (isRefusal(allowed)) return allowed
  const setting = settingFor(ctx.house, { profile: ctx.partnership.profile.id }, ctx.at)
  const about = person === undefined ? {} : { about: person.id }
  const known = peopleKnown(entrance, { setting, by: ctx.person.id, ...about })
  return enter(ctx, { procedure: membership.id, entrance, form, title: membership.title, known, ...about })
}

/** One who has left is found by their id alone: a button knows it, and nobody else needs to. */
function anybodyCalled(ctx: Ctx, named: string): Result<Person> {
  return ctx.partnership.people.get(named) ?? personCalled(ctx, named)
}

export const membershipHandlers: Readonly<Record<string, Handler>> = {
  'person.list': listPeople,
  'person.join': joining,
  'person.correct': onSomebody('correct'),
  'person.leave': onSomebody('leave'),
  'person.left': left,
}

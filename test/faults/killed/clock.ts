/**
 * Loaded before main.ts with `node --import`: this process lives so many milliseconds ahead of the real time, so that a story begins on a working day
 * whatever day it is told on. The house knows nothing of it.
 */
const RealDate = Date
const ahead = Number(process.env.AHEAD_MS)
const now = () => RealDate.now() + ahead

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given, made) => Reflect.construct(real, given.length === 0 ? [now()] : given, made),
  get: (real, name) => (name === 'now' ? now : Reflect.get(real, name, real)),
})

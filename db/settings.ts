import type { Settings } from '../src/ports.ts'
import { eq, sql } from './drizzle.ts'
import type { Db } from './rows.ts'
import { adding, excluded, placeholders } from './rows.ts'
import { settings } from './schema/settings.ts'

export function settingsIn(db: Db): Settings {
  const get = db
    .select()
    .from(settings)
    .where(eq(settings.name, sql.placeholder('name')))
    .prepare()
  const set = adding(
    settings,
    db
      .insert(settings)
      .values(placeholders(settings))
      .onConflictDoUpdate({ target: settings.name, set: excluded(settings, 'value') })
      .prepare(),
  )
  return { get: (name) => get.get({ name })?.value, set: (name, value) => void set({ name, value }) }
}

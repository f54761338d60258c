import { sqliteTable, text } from '../drizzle.ts'

export const settings = sqliteTable('settings', { name: text().primaryKey(), value: text().notNull() })

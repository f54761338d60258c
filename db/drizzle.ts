/**
 * Drizzle, by its CommonJS door. Its package.json is 180 kB, and Node reads that file anew for each of the hundred modules behind an `import`: 0.3 s and
 * 200 MB at every start. `require` does not look at it. Types are imported as usual; they cost nothing.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const core: typeof import('drizzle-orm') = require('drizzle-orm')
const tables: typeof import('drizzle-orm/sqlite-core') = require('drizzle-orm/sqlite-core')
const driver: typeof import('drizzle-orm/better-sqlite3') = require('drizzle-orm/better-sqlite3')
const migrator: typeof import('drizzle-orm/migrator') = require('drizzle-orm/migrator')
const migrating: typeof import('drizzle-orm/better-sqlite3/migrator') = require('drizzle-orm/better-sqlite3/migrator')

export const { and, asc, desc, eq, getTableColumns, gt, gte, isNotNull, isNull, lt, lte, or, sql } = core
export const { blob, check, customType, index, integer, primaryKey, sqliteTable, text, uniqueIndex } = tables
export const { drizzle } = driver
export const { readMigrationFiles } = migrator
export const { migrate } = migrating

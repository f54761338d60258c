import { defineConfig } from 'drizzle-kit'

/** `npm run migrations` writes the next migration from the schema; db/migrations/README.md says what to add by hand. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema', out: './db/migrations' })

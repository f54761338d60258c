/** The direction of the house: main, cli → adapters, jobs, db → src; rooms of src look downwards only. */
const vendorHome = (name, packages, home) => ({
  name,
  severity: 'error',
  comment: `${packages} has one home: ${home}`,
  from: { path: '^(src|adapters|jobs|db)/', pathNot: home },
  to: { path: `^node_modules/(${packages})/` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'two files may name each other’s types; they may not run into each other',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'src-knows-nobody',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(adapters|jobs|db|test|bench|main\\.ts|cli\\.ts)' },
    },
    {
      name: 'src-vendors',
      severity: 'error',
      comment:
        'the partnership in its own words knows luxon, date-holidays, ical-generator, docx, yaml, js-yaml and zod only',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm'],
        pathNot: '^node_modules/(@types/)?(luxon|zod|date-holidays|ical-generator|docx|yaml|js-yaml)/',
      },
    },
    { name: 'db-alone', severity: 'error', from: { path: '^db/' }, to: { path: '^(adapters|jobs)/' } },
    { name: 'jobs-alone', severity: 'error', from: { path: '^jobs/' }, to: { path: '^(adapters|db)/' } },
    {
      name: 'adapters-know-no-jobs-or-db',
      severity: 'error',
      from: { path: '^adapters/' },
      to: { path: '^(jobs|db)/' },
    },
    {
      name: 'adapters-do-not-know-each-other',
      severity: 'error',
      comment:
        'the rehearsal room draws what the real renderers send, so it may see nothing but the wire; nothing imports it but main and tests',
      from: { path: '^adapters/([^/]+)/' },
      to: { path: '^adapters/([^/]+)/', pathNot: '^adapters/$1/' },
    },
    {
      name: 'rooms-look-down: the foundation',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'rooms-look-down: app on top',
      severity: 'error',
      from: { path: '^src/(?!app/)' },
      to: { path: '^src/app/' },
    },
    {
      name: 'rooms-look-down: calendar and partnership stand on the kernel',
      severity: 'error',
      from: { path: '^src/(calendar|partnership|forms)/' },
      to: { path: '^src/(meetings|procedures|decisions|actions|chasing|record|app)/' },
    },
    {
      name: 'rooms-look-down: documents know the neutral words only',
      severity: 'error',
      from: { path: '^src/papers/' },
      to: { path: '^src/(?!papers/|chat/|kernel/)' },
    },
    vendorHome('home-of-bolt', '@slack', '^adapters/(slack|rehearsal)/'),
    vendorHome('home-of-botbuilder', 'botbuilder|botbuilder-core|botframework-.*', '^adapters/teams/'),
    vendorHome('home-of-bullmq', 'bullmq|ioredis|@electric-sql|pg|@bull-board', '^jobs/'),
    vendorHome('home-of-sqlite', 'drizzle-orm|better-sqlite3', '^db/'),
    {
      name: 'no-dev-in-production',
      severity: 'error',
      from: { path: '^(main|cli|src/|adapters/|jobs/|db/)' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}

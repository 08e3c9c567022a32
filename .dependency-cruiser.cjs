// The direction of the folders, types included, over the sources. What is only true of running code (circles, what a
// workflow carries into its bundle) is ruled in .dependency-cruiser.runtime.cjs, over the compiled tree without types.
// Every rule says what to do instead of what it forbids.

// The parser is asked for TypeScript alone and would stop at the first element of a page.
const swc = require('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (path, options) => parseFileSync(path, { ...options, tsx: path.endsWith('.tsx') });

/** What each folder may import of ours, beside itself. Everything not named is forbidden. */
const mayImport = {
  domain: {
    allowed: [],
    instead:
      'The domain is pure. Take what you need as an argument (a `Context`, an `Instant`), and let the caller fetch it.',
  },
  api: {
    allowed: ['domain'],
    instead:
      'api/ only promises shapes. Put the rule in domain/, the reading in db/queries/ and the answering in server/routes/.',
  },
  workflows: {
    allowed: ['domain'],
    instead:
      'A workflow only waits. Put the act in activities/, `import type` its signatures, and call it through proxyActivities.',
  },
  activities: {
    allowed: ['domain', 'db', 'mail', 'integrations'],
    instead:
      'An activity acts on the record and the outside. Take what else it needs from the deps of createActivities.',
  },
  db: {
    allowed: ['domain'],
    instead:
      'db/ remembers. Let the caller pass values in, and let server/ or activities/ combine them with mail or HTTP.',
  },
  mail: {
    allowed: ['domain'],
    instead: 'A mail is a pure rendering. Let the activity that sends it look up what it says and pass it in.',
  },
  integrations: {
    allowed: ['domain'],
    instead: 'integrations/ only reaches systems we do not own. Let activities/ or server/ decide what to say to them.',
  },
  server: {
    allowed: ['api', 'domain', 'db', 'integrations', 'workflows/messages'],
    instead:
      'server/ answers from the record. To make something happen later, write it to the outbox in the same transaction.',
  },
  web: {
    allowed: ['api', 'domain'],
    instead: 'Pages know the API and the domain. Ask for what is missing by an endpoint in api/.',
  },
  edge: {
    allowed: [],
    instead:
      'The verifier package stands alone where it is installed. Copy the few lines, or publish them as a package.',
  },
};

const folders = [...Object.keys(mayImport), 'main', 'bench', 'test', 'scripts'];
const anyOf = (paths) => `^(${paths.join('|')})(/|\\.ts$)`;

const layers = Object.entries(mayImport).map(([folder, { allowed, instead }]) => ({
  name: `${folder}-imports-only-${['itself', ...allowed].join('-').replaceAll('/', '-')}`,
  comment: instead,
  severity: 'error',
  from: { path: anyOf([folder]) },
  to: {
    path: anyOf(folders),
    pathNot: anyOf([folder, ...allowed]),
    // Types of activities are what proxyActivities is told; they are gone before the bundle is made.
    ...(folder === 'workflows' ? { pathNot: [anyOf([folder, ...allowed]), '^activities/'] } : {}),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'migrations-import-kysely-only',
      comment:
        'A migration must mean the same for ever. Write the values out in it instead of importing code that will change.',
      severity: 'error',
      from: { path: '^db/migrations/', pathNot: '^db/migrations/index\\.ts$' },
      to: { pathNot: '^node_modules/kysely/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'No framework, no driver, no node module but the calendar: take the value (a clock, random bytes, a hash) as an argument.',
      severity: 'error',
      from: { path: '^domain/' },
      to: { pathNot: ['^domain/', '^node_modules/(temporal-polyfill|chinese-days|canonicalize)/'] },
    },
    {
      name: 'nobody-imports-main',
      comment: 'main/ starts processes and reads the environment. Move what you need to the folder that owns the noun.',
      severity: 'error',
      from: { pathNot: '^(main|test|bench|scripts)/' },
      to: { path: '^main/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Production code must not lean on test support. Move the part to the folder that owns its noun.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'imports-resolve',
      comment: 'The file or package does not exist: correct the path, or add the package with an exact version.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // The default parser is TypeScript's own, which version 7 no longer offers: it would find no module and pass.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.avow)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};

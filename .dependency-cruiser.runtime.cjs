// Rules about code that runs, over dist/ where types are gone. Every rule says what to do instead of what it forbids.

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'workflows-import-activities-as-types-only',
      comment: 'Write `import type`: a value import would pull the activity and its database into the bundle.',
      severity: 'error',
      from: { path: '^dist/workflows/' },
      to: { path: '^dist/activities/' },
    },
    {
      name: 'workflow-bundle-stays-light',
      comment:
        'Workflow code is loaded into every sandbox. Validate and look up in an activity; import names and dates only.',
      severity: 'error',
      from: { path: '^dist/workflows/' },
      to: {
        reachable: true,
        path: '^node_modules/(zod|kysely|pg|express|pino|nodemailer|mailparser|prom-client|@temporalio/(client|worker))/',
      },
    },
    {
      name: 'workflows-have-no-node-modules',
      comment: 'A workflow sees no files, sockets or randomness of its own. Do it in an activity.',
      severity: 'error',
      from: { path: '^dist/workflows/' },
      to: { reachable: true, path: '^(node:)?(fs|net|tls|dns|http|https|crypto|os|child_process|worker_threads)(/|$)' },
    },
    {
      name: 'the-decider-stays-out-of-workflows',
      comment: 'Only the transaction decides. A workflow asks it by an activity and is told the next wake.',
      severity: 'error',
      from: { path: '^dist/workflows/' },
      to: { reachable: true, path: '^dist/domain/lifecycle/(decide|evolve)' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one noun, or hide a third. Merge them, or move the shared part out.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'The image has no development packages. Move it to `dependencies`, or stop needing it here.',
      severity: 'error',
      from: { path: '^dist/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    parser: 'acorn',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/(workflow-bundle|bench/|web/|\\.vite/)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.js', '.json'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};

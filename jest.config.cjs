/** Packages that ship ESM only. Tests run as CommonJS, so these are compiled on the way in. */
const esmOnly = ['jose', 'request-filtering-agent', 'temporal-polyfill', 'temporal-spec', 'temporal-utils'];

// `ignoreDynamic` keeps a real `import()` where the source says so.
const asCommonJs = { type: 'commonjs', ignoreDynamic: true };
const compile = (parser) => [
  '@swc/jest',
  { swcrc: false, jsc: { parser, target: 'es2022', keepClassNames: true }, module: asCommonJs },
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '\\.[cm]?ts$': compile({ syntax: 'typescript' }),
    '\\.[cm]?js$': compile({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '<rootDir>/dist/'],
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/scripts/jest-sequencer.cjs',
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  reporters: ['default', '<rootDir>/scripts/jest-reporter.cjs'],
};

const { globalSetup: _setup, globalTeardown: _teardown, ...everyTest } = require('../../jest.config.cjs');

/** The conventions alone: they read the tree, and need neither a database nor a server. */
module.exports = { ...everyTest, roots: ['<rootDir>/test/conventions'] };

// Pictures are asked for: where the browser is missing that is a failure, which says how to get it.
process.env.REQUIRE_ALL = '1';

const everyTest = require('../../jest.config.cjs');

/** `npm run pictures`: not part of the tests, for pictures are looked at by people. */
module.exports = { ...everyTest, roots: ['<rootDir>/test/pictures'], testMatch: ['**/take.ts'], testTimeout: 180_000 };

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { schemaOf } from '../../db/schema';
import { testDatabase } from '../support/database';

const location = join(resolve(__dirname, '..', '..'), 'db', 'schema.sql');

describe('db/schema.sql', () => {
  it('is what the migrations come to (UPDATE_SCHEMA=1 writes it anew)', async () => {
    const schema = await schemaOf(await testDatabase());
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(location, schema);
    expect(readFileSync(location, 'utf8')).toBe(schema);
  });
});

import type { Database } from '../../db/database';
import { obligations } from '../../domain/obligations';
import { sdkProducts } from '../../domain/products';
import { defaultTerms } from '../../domain/terms';
import { testDatabase } from '../support/database';
import { ask, type TestServer, testServer } from '../support/server';

let db: Database;
let server: TestServer;
let session: { Authorization: string };

beforeAll(async () => {
  db = await testDatabase();
  server = testServer(db);
  session = await server.session(await server.contact(await server.developer(), 'preparer'));
});

const catalogue = async (query: Record<string, string> = {}) =>
  (await ask(server).get('/v1/catalogue').set(session).query(query).expect(200)).body;

describe('the catalogue', () => {
  it('has every obligation for every product, in words that are complete in both languages', async () => {
    const { products, version, versions, isCurrent } = await catalogue();
    expect(products.map(({ slug }: { slug: string }) => slug)).toEqual(sdkProducts);
    expect([isCurrent, versions.at(-1)]).toEqual([true, version]);
    for (const product of products) {
      expect(product.obligations.map(({ slug }: { slug: string }) => slug)).toEqual(obligations);
      for (const { statement, fields, clauses } of product.obligations) {
        expect(statement.en).toContain(product.name.en);
        expect(statement['zh-CN']).toContain(product.name['zh-CN']);
        expect(JSON.stringify(statement)).not.toMatch(/\{\w+\}/);
        expect(fields.length).toBeGreaterThan(0);
        expect(clauses.length).toBeGreaterThan(0);
      }
    }
  });

  it('answers for one product and obligation, or an older version', async () => {
    const { version } = await catalogue();
    const { products } = await catalogue({ version, product: 'wechat-mini', obligation: 'notice' });
    expect(products).toHaveLength(1);
    expect(products[0].obligations).toHaveLength(1);
    for (const query of [{ version: '1999-01-01' }, { product: 'web' }, { obligation: 'luck' }] as object[])
      await ask(server).get('/v1/catalogue').set(session).query(query).expect(400);
  });
});

describe('the terms', () => {
  it('are told, but for what is the vendor’s own', async () => {
    const { body } = await ask(server).get('/v1/terms').set(session).expect(200);
    const { budget: _budget, sampleShare: _share, ...told } = defaultTerms;
    expect(body).toEqual(told);
  });
});

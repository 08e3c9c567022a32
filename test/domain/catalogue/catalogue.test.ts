import {
  catalogueAt,
  catalogueEntry,
  catalogueVersions,
  currentCatalogueVersion,
  fieldsFor,
  statementText,
} from '../../../domain/catalogue';
import { type Condition, holds, leavesOf } from '../../../domain/catalogue/condition';
import { firstOf, inForce } from '../../../domain/catalogue/editions';
import { type Field, fieldsInside } from '../../../domain/catalogue/field';
import { signingWords } from '../../../domain/catalogue/signing-words';
import { obligations } from '../../../domain/obligations';
import { sdkProducts } from '../../../domain/products';

const every = catalogueVersions.flatMap((version) =>
  catalogueAt(version).obligations.flatMap(({ slug: obligation }) =>
    catalogueAt(version).products.map(({ slug: product }) => ({ version, obligation, product })),
  ),
);
const withInner = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [field, ...withInner(fieldsInside(field))]);

describe('the catalogue', () => {
  it('has the four obligations and the three products of the policy, in the order of the walk', () => {
    expect(obligations).toEqual(['law', 'notice', 'consent', 'rights']);
    expect(sdkProducts).toEqual(['native', 'wechat-mini', 'taobao-mini']);
    expect(catalogueAt(currentCatalogueVersion).obligations.map(({ clauses }) => clauses)).toEqual([
      ['3.1'],
      ['3.2', '3.3'],
      ['3.2', '3.3'],
      ['3.4'],
    ]);
  });

  it('refuses a version that never was', () => {
    expect(() => catalogueAt('2020-01-01')).toThrow('there is no catalogue version 2020-01-01');
  });

  it.each(every)('gives each field of $obligation for $product its own slug', ({ version, obligation, product }) => {
    const slugs = fieldsFor(product, obligation, version).map((field) => field.slug);
    expect(slugs.length).toBeGreaterThan(0);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it.each(every)(
    'asks conditions of $obligation for $product on fields there are',
    ({ version, obligation, product }) => {
      const fields = withInner(fieldsFor(product, obligation, version));
      const conditions: Condition[] = fields.flatMap((field) => [
        ...(typeof field.required === 'object' ? [field.required] : []),
        ...(field.askedWhen ? [field.askedWhen] : []),
        ...(field.kind === 'number' && field.cap ? [field.cap.when] : []),
      ]);
      const unknown = conditions
        .flatMap(leavesOf)
        .filter(
          (leaf) => !fieldsFor(product, leaf.obligation as 'law', version).some((field) => field.slug === leaf.field),
        );
      expect(unknown).toEqual([]);
    },
  );

  it.each(every)('asks evidence of $obligation for $product at the top only', ({ version, obligation, product }) => {
    const inner = fieldsFor(product, obligation, version).flatMap((field) => withInner(fieldsInside(field)));
    expect(inner.filter((field) => field.kind === 'evidence')).toEqual([]);
  });

  it('asks each product for what it alone has', () => {
    const slugs = (product: 'native' | 'wechat-mini' | 'taobao-mini', obligation: 'law' | 'notice'): string[] =>
      fieldsFor(product, obligation, currentCatalogueVersion).map((field) => field.slug);
    expect(slugs('native', 'law')).toContain('applications');
    expect(slugs('wechat-mini', 'law')).toContain('miniProgramId');
    expect(slugs('taobao-mini', 'law')).toContain('miniAppId');
    expect(slugs('wechat-mini', 'notice')).toContain('privacySetting');
    expect(slugs('native', 'notice')).not.toContain('privacySetting');
  });

  it('names one purpose, the one that the policy names', () => {
    const [field] = catalogueEntry(currentCatalogueVersion, 'notice', 'native').fields.filter(
      ({ slug }) => slug === 'purposes',
    );
    expect(field).toMatchObject({ options: [{ value: 'service-offering' }], all: true });
  });
});

describe('editions', () => {
  const first = { slug: 'law', since: '2026-11-01' };
  const second = { slug: 'law', since: '2027-05-01' };
  const later = { slug: 'audit', since: '2027-05-01' };

  it('leave an earlier version as it was', () => {
    expect([...inForce([first, second, later], '2026-11-01').values()]).toEqual([first]);
    expect([...inForce([first, second, later], '2027-05-01').values()]).toEqual([second, later]);
  });

  it('do not depend on the order in which they are listed', () => {
    expect(inForce([second, first], '2027-05-01').get('law')).toBe(second);
    expect(firstOf([second, first]).get('law')).toBe(first);
  });
});

describe('statements', () => {
  it.each(every)('name the SDK and the vendor: $obligation, $product', ({ version, obligation, product }) => {
    const { name } = catalogueEntry(version, obligation, product).product;
    const english = statementText(obligation, product, 'en', version);
    const chinese = statementText(obligation, product, 'zh-CN', version);
    expect(english).toContain(name.en);
    expect(english).toContain('Perfect Corp.');
    expect(chinese).toContain(name['zh-CN']);
    expect(chinese).toContain('玩美移动');
    expect(english + chinese).not.toMatch(/[{}]/);
  });

  it('state no consent to what a legal exemption covers', () => {
    const version = currentCatalogueVersion;
    const usual = statementText('consent', 'native', 'en', version, { basis: 'consent' });
    const exempt = statementText('consent', 'native', 'en', version, { basis: 'exemption' });
    expect(usual).toMatch(/^We have obtained/);
    expect(exempt).toMatch(/we rely on the legal exemption/);
    expect(exempt).not.toMatch(/^We have obtained/);
  });

  it('take another vendor as an argument', () => {
    const vendor = { name: { en: 'Sample Labs', 'zh-CN': '样例实验室' }, aliases: [] };
    expect(statementText('law', 'native', 'en', currentCatalogueVersion, {}, vendor)).toContain('Sample Labs');
  });
});

describe('the words that are signed', () => {
  const signing = { organisation: 'Acme {vendor} Ltd.', apps: ['Shop', 'Try-on'], version: '2026-11-01' };

  it('name the organisation as it is, every app and the vendor', () => {
    expect(signingWords('en', signing)).toMatch(
      /^On behalf of Acme \{vendor\} Ltd\. .*“Shop”, “Try-on”.*Perfect Corp\./,
    );
    expect(signingWords('zh-CN', signing)).toContain('“Shop”、“Try-on”');
  });

  it('are refused for no app and for a time before there were any', () => {
    expect(() => signingWords('en', { ...signing, apps: [] })).toThrow('name at least one app');
    expect(() => signingWords('en', { ...signing, version: '2020-01-01' })).toThrow(RangeError);
  });
});

describe('conditions', () => {
  const yes: Condition = { obligation: 'law', field: 'a', equals: true };
  const has: Condition = { obligation: 'law', field: 'b', includes: 'CN' };

  it.each<[string, Condition, Record<string, unknown> | undefined, boolean | 'unknown']>([
    ['no answers', yes, undefined, 'unknown'],
    ['no answer', yes, {}, 'unknown'],
    ['another answer', yes, { a: false }, false],
    ['the answer', yes, { a: true }, true],
    ['in the list', has, { b: ['SG', 'CN'] }, true],
    ['not in the list', has, { b: ['SG'] }, false],
    ['any, one true', { any: [yes, has] }, { a: true }, true],
    ['any, one unknown', { any: [yes, has] }, { a: false }, 'unknown'],
    ['any, none', { any: [yes, has] }, { a: false, b: [] }, false],
    ['all, one false', { all: [yes, has] }, { a: false }, false],
    ['all, one unknown', { all: [yes, has] }, { a: true }, 'unknown'],
    ['all, both', { all: [yes, has] }, { a: true, b: ['CN'] }, true],
  ])('%s', (_name, condition, law, expected) => {
    expect(holds(condition, law ? { law } : {})).toBe(expected);
  });
});

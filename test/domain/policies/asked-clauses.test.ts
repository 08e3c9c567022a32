import { catalogueEntry, currentCatalogueVersion } from '../../../domain/catalogue';
import { askedClauses, sealedClauses } from '../../../domain/policies/asked-clauses';
import { clausesOf, compareClauses } from '../../../domain/policies/policy-version';

const { obligation: notice } = catalogueEntry(currentCatalogueVersion, 'notice', 'native');
const published = clausesOf(currentCatalogueVersion).map((one) => ({
  ...one,
  en: one.clause === '3.3' ? 'Other words.' : one.en,
  zhCn: `第 ${one.clause} 条`,
}));

describe('the clauses under which something is asked', () => {
  it('are those of the edition, in English, until a version of the policy is published by it', () => {
    expect(askedClauses(notice, null)).toEqual(
      notice.clauses.map((clause, place) => ({ clause, en: notice.clauseText[place], zhCn: null })),
    );
  });

  it('are those of the version published last, and only those that the obligation rests on', () => {
    expect(askedClauses(notice, published)).toEqual([
      { clause: '3.2', en: notice.clauseText[0], zhCn: '第 3.2 条' },
      { clause: '3.3', en: 'Other words.', zhCn: '第 3.3 条' },
    ]);
  });

  it('are compared with what was sealed: of a record without Chinese only the English counts', () => {
    const changes = compareClauses(sealedClauses(notice), askedClauses(notice, published));
    expect(changes.map(({ clause, isChanged }) => [clause, isChanged])).toEqual([
      ['3.2', false],
      ['3.3', true],
    ]);
    const inBoth = { ...notice, clauseTextZhCn: ['第 3.2 条', '原文'] };
    expect(compareClauses(sealedClauses(inBoth), askedClauses(notice, published))[1]?.before?.zhCn).toBe('原文');
  });
});

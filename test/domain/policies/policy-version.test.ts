import { currentCatalogueVersion } from '../../../domain/catalogue';
import {
  clausesOf,
  compareClauses,
  draftFaults,
  obligationsTouched,
  type PolicyDraft,
} from '../../../domain/policies/policy-version';

const inForce = clausesOf(currentCatalogueVersion);
const written = inForce.map((clause) => ({ ...clause, zhCn: `第 ${clause.clause} 条` }));
const draft: PolicyDraft = {
  title: 'Policy of March 2027',
  clauses: written.map((one) => (one.clause === '3.4' ? { ...one, en: `${one.en} Within five days.` } : one)),
  summary: { en: 'Answers within five days.', zhCn: '五日内答复。' },
  isMaterial: true,
  sdkProducts: ['native'],
  catalogueVersion: currentCatalogueVersion,
  effectiveOn: '2027-03-01',
};
const paths = (given: Partial<PolicyDraft>) =>
  draftFaults({ ...draft, ...given }, inForce, '2027-01-10').map(({ path }) => path);

describe('a version of the policy', () => {
  it('starts from the clauses that the obligations rest on, each once', () => {
    expect(inForce.map(({ clause }) => clause)).toEqual(['3.1', '3.2', '3.3', '3.4']);
    expect(inForce.every(({ en }) => en.length > 50)).toBe(true);
  });

  it('touches the obligations whose clause changed, and no other', () => {
    const changes = compareClauses(inForce, draft.clauses);
    expect(changes.filter(({ isChanged }) => isChanged).map(({ clause }) => clause)).toEqual(['3.4']);
    expect(obligationsTouched(changes, currentCatalogueVersion)).toEqual(['rights']);
    const consent = compareClauses(
      inForce,
      written.map((one) => (one.clause === '3.3' ? { ...one, en: 'Other words.' } : one)),
    );
    expect(obligationsTouched(consent, currentCatalogueVersion)).toEqual(['notice', 'consent']);
  });

  it('takes the first Chinese wording for no change, and another one for a change', () => {
    expect(compareClauses(inForce, written).some(({ isChanged }) => isChanged)).toBe(false);
    const [first, ...rest] = written;
    const changed = compareClauses(written, [
      { ...first, clause: '3.1', en: first?.en ?? '', zhCn: '另一句。' },
      ...rest,
    ]);
    expect(changed.map(({ isChanged }) => isChanged)).toEqual([true, false, false, false]);
  });

  it('is published when nothing is missing, and says by field what is', () => {
    expect(paths({})).toEqual([]);
    expect(paths({ effectiveOn: '2027-01-09' })).toEqual(['/effectiveOn']);
    expect(paths({ catalogueVersion: '2031-01-01' })).toEqual(['/catalogueVersion']);
    expect(paths({ clauses: draft.clauses.slice(1) })).toEqual(['/clauses']);
    expect(paths({ clauses: written })).toEqual(['/isMaterial']);
    expect(paths({ clauses: written, isMaterial: false })).toEqual([]);
  });
});

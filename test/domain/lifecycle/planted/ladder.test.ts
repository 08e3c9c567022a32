import { checkRule } from '../rules';
import { ladderFaults } from './ladder';
import { faultyDecider, whereItIsFound } from './plant';

describe('a planted fault', () => {
  it('is planted for each of the rules', () => {
    expect(new Set(ladderFaults.map(({ rule }) => rule)).size).toBe(10);
  });

  it.each(ladderFaults)(
    'is caught by $rule: $fault',
    (plant) => {
      expect(() => checkRule(plant.rule, faultyDecider(plant), whereItIsFound)).toThrow(/Property failed/);
    },
    600_000,
  );
});

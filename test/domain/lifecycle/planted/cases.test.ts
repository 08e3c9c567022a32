import { checkRule } from '../rules';
import { caseFaults } from './cases';
import { faultyDecider, whereItIsFound } from './plant';

describe('a planted fault', () => {
  it.each(caseFaults)(
    'is caught by $rule: $fault',
    (plant) => {
      expect(() => checkRule(plant.rule, faultyDecider(plant), whereItIsFound)).toThrow(/Property failed/);
    },
    600_000,
  );
});

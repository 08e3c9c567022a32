import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule own-clause', () => {
  it('tells ids, days and codes only, never what somebody wrote', () => {
    ruleHolds('own-clause', loadDecider());
  }, 1_800_000);
});

import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule blast-radius', () => {
  it('stays within the budget, inside the slots, and holds when held', () => {
    ruleHolds('blast-radius', loadDecider());
  }, 1_800_000);
});

import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule anchored-dates', () => {
  it('takes due days from the anchor, and moves a promised date only later and for a stated reason', () => {
    ruleHolds('anchored-dates', loadDecider());
  }, 1_800_000);
});

import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule clock-stops', () => {
  it('lets nothing fire while the vendor owes an answer, and gives the time back', () => {
    ruleHolds('clock-stops', loadDecider());
  }, 1_800_000);
});

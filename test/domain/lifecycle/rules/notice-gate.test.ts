import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule notice-gate', () => {
  it('never restricts or suspends without the delivered notices, as long before as promised', () => {
    ruleHolds('notice-gate', loadDecider());
  }, 1_800_000);
});

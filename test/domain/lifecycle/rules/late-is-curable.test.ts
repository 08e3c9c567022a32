import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule late-is-curable', () => {
  it('takes a late attestation from any state, and the keys work again in the same decision', () => {
    ruleHolds('late-is-curable', loadDecider());
  }, 1_800_000);
});

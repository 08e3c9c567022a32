import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule suspensions-are-rows', () => {
  it('suspends a live key exactly while a row covers it', () => {
    ruleHolds('suspensions-are-rows', loadDecider());
  }, 1_800_000);
});

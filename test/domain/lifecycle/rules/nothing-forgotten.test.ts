import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule nothing-forgotten', () => {
  it('tells every change in a decision, and decides the same again', () => {
    ruleHolds('nothing-forgotten', loadDecider());
  }, 1_800_000);
});

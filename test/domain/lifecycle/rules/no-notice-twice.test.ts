import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule no-notice-twice', () => {
  it('sends every notice once and leaves no rung behind', () => {
    ruleHolds('no-notice-twice', loadDecider());
  }, 1_800_000);
});

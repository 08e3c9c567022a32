import { loadDecider } from '../decider';
import { ruleHolds } from './index';

describe('rule fail-static', () => {
  it('takes no step that it finds late, and plans it anew with fresh notices', () => {
    ruleHolds('fail-static', loadDecider());
  }, 1_800_000);
});

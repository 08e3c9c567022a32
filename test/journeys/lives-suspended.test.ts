import { startWorld, type World } from '../support/world';
import { appealUpheld } from './lives/appeal-upheld';
import { findingSuspended } from './lives/finding-suspended';
import { suspendedByDecision } from './lives/suspended-by-decision';
import { suspendedToReinstated } from './lives/suspended-to-reinstated';
import { termination } from './lives/termination';

/** One world for all of them, and few of them: they spend from one budget. */
describe('developers who lose their keys', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 240_000);

  findingSuspended(() => world);
  suspendedByDecision(() => world);
  suspendedToReinstated(() => world);
  appealUpheld(() => world);
  termination(() => world);
});

import { startWorld, type World } from '../support/world';
import { attestAndAccept } from './lives/attest-and-accept';
import { bouncedContact } from './lives/bounced-contact';
import { delegation } from './lives/delegation';
import { exemptionToItsEnd } from './lives/exemption-to-its-end';
import { extension } from './lives/extension';
import { findingCured } from './lives/finding-cured';
import { imported } from './lives/imported';
import { lateAndCured } from './lives/late-and-cured';
import { quietYear } from './lives/quiet-year';
import { returnedAndResubmitted } from './lives/returned-and-resubmitted';

/** One world for all of them: it takes longer to start than most of them to live. */
describe('developers who keep their keys', () => {
  let world: World;

  beforeAll(async () => {
    world = await startWorld();
  }, 240_000);

  attestAndAccept(() => world);
  quietYear(() => world);
  lateAndCured(() => world);
  imported(() => world);
  extension(() => world);
  returnedAndResubmitted(() => world);
  findingCured(() => world);
  delegation(() => world);
  bouncedContact(() => world);
  exemptionToItsEnd(() => world);
});

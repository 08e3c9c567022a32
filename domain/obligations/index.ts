import { consent } from './consent';
import { law } from './law';
import { notice } from './notice';
import { rights } from './rights';

/** Every edition of every obligation, in the order of the walk: a line for each file. A later edition of a slug follows the earlier. */
export const obligationEditions = [law, notice, consent, rights];

/** The four obligations of the policy's Special Instructions 3. */
export type ObligationSlug = (typeof obligationEditions)[number]['slug'];
export const obligations: readonly ObligationSlug[] = [...new Set(obligationEditions.map((edition) => edition.slug))];

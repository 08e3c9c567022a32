import * as appeals from './appeals';
import * as apps from './apps';
import * as calendar from './calendar';
import * as campaigns from './campaigns';
import * as catalogue from './catalogue';
import * as clock from './clock';
import * as delegations from './delegations';
import * as desk from './desk';
import * as deskDevelopers from './desk-developers';
import * as deskEvents from './desk-events';
import * as deskViews from './desk-views';
import * as developers from './developers';
import * as drafts from './drafts';
import * as enforcement from './enforcement';
import * as evidence from './evidence';
import * as exemptions from './exemptions';
import * as extensions from './extensions';
import * as findings from './findings';
import * as forecast from './forecast';
import * as health from './health';
import * as holds from './holds';
import * as imports from './imports';
import * as keys from './keys';
import * as mailEvents from './mail-events';
import * as mails from './mails';
import * as notes from './notes';
import * as notices from './notices';
import type { AnyOperation } from './operation';
import * as people from './people';
import * as policies from './policies';
import * as postMortems from './post-mortems';
import * as privacy from './privacy';
import * as receipts from './receipts';
import * as records from './records';
import * as releases from './releases';
import * as requirements from './requirements';
import * as reviewQuestions from './review-questions';
import * as reviews from './reviews';
import * as sessions from './sessions';
import * as staff from './staff';
import * as submissions from './submissions';
import * as suspensions from './suspensions';
import * as tasks from './tasks';
import * as terminations from './terminations';
import * as terms from './terms';
import * as termsVersions from './terms-versions';
import * as tiers from './tiers';
import * as timeline from './timeline';
import * as tokens from './tokens';
import * as verify from './verify';
import * as walk from './walk';
import * as wrongfulEnforcements from './wrongful-enforcements';

const nouns: readonly Readonly<Record<string, unknown>>[] = [
  sessions,
  desk,
  deskDevelopers,
  deskEvents,
  deskViews,
  notes,
  imports,
  developers,
  people,
  staff,
  delegations,
  apps,
  requirements,
  forecast,
  calendar,
  timeline,
  keys,
  verify,
  notices,
  tasks,
  mailEvents,
  mails,
  catalogue,
  terms,
  clock,
  drafts,
  walk,
  evidence,
  submissions,
  receipts,
  records,
  reviews,
  reviewQuestions,
  extensions,
  enforcement,
  holds,
  releases,
  exemptions,
  appeals,
  wrongfulEnforcements,
  suspensions,
  postMortems,
  terminations,
  findings,
  policies,
  campaigns,
  tiers,
  termsVersions,
  tokens,
  privacy,
  health,
];

/** Every operation of the API, in the order of the documentation. A new noun's file is imported and named above. */
export const operations: readonly AnyOperation[] = nouns.flatMap((noun) => Object.values(noun).filter(isOperation));

function isOperation(value: unknown): value is AnyOperation {
  return typeof value === 'object' && value !== null && 'responses' in value && 'access' in value && 'path' in value;
}

import type { AccessTables } from './access';
import type { CampaignTables } from './campaigns';
import type { DelegationTables } from './delegations';
import type { DeskTables } from './desk';
import type { EnforcementTables } from './enforcement';
import type { ImportTables } from './imports';
import type { LifecycleTables } from './lifecycle';
import type { RecordTables } from './record';
import type { TermsTables } from './terms';
import type { TermsMoveTables } from './terms-moves';
import type { VerificationTables } from './verification';

/** Every table, by the camelCase of its name. */
export type Tables = AccessTables &
  CampaignTables &
  DelegationTables &
  DeskTables &
  EnforcementTables &
  ImportTables &
  LifecycleTables &
  RecordTables &
  TermsTables &
  TermsMoveTables &
  VerificationTables;

import type { ColumnType } from 'kysely';
import type { Instant } from '../../domain/calendar/instant';
import type { DeveloperId } from '../../domain/ids';
import type { Appeal, WrongfulEnforcement } from '../../domain/lifecycle/appeals';
import type { Exemption } from '../../domain/lifecycle/exemptions';
import type { Extension } from '../../domain/lifecycle/extensions';
import type { Finding } from '../../domain/lifecycle/findings';
import type { PostMortem } from '../../domain/lifecycle/post-mortems';
import type * as domain from '../../domain/lifecycle/state';
import type { SuspensionRequest } from '../../domain/lifecycle/suspension-requests';
import type { Task } from '../../domain/lifecycle/tasks';
import type { Termination } from '../../domain/lifecycle/terminations';

/** An instant read as milliseconds and written as a Date. */
export type InstantColumn = ColumnType<Instant, Date, Date>;
export type NullableInstantColumn = ColumnType<Instant | null, Date | null, Date | null>;
/** JSON read as the value and written as text. */
export type JsonColumn<Value> = ColumnType<Value, string, string>;

type Columns<Row> = {
  [Key in keyof Row]: Key extends `${string}At`
    ? null extends Row[Key]
      ? NullableInstantColumn
      : InstantColumn
    : Row[Key] extends string | number | boolean | null
      ? Row[Key]
      : JsonColumn<Row[Key]>;
};

type Owned<Row> = Columns<Row> & { developerId: DeveloperId };

/** The lifecycle columns. Written by `db/lifecycle/transact.ts` and by nothing else. */
export interface LifecycleTables {
  developers: Columns<domain.Developer> & {
    /** The next moment the decider must be asked; null when never. */
    nextWakeAt: NullableInstantColumn;
    nextWakeFor: string | null;
    /** What the workflow was last told, written by its tick: the signal is only sent when this is out of date. */
    alarmAt: NullableInstantColumn;
    shown: JsonColumn<unknown> | null;
  };
  apps: Owned<domain.App>;
  cycles: Owned<domain.Cycle>;
  requirements: Owned<domain.Requirement>;
  plans: Owned<domain.Plan>;
  submissions: Owned<domain.Submission>;
  extensions: Owned<Extension>;
  appeals: Owned<Appeal>;
  wrongfulEnforcements: Owned<WrongfulEnforcement>;
  postMortems: Owned<PostMortem>;
  findings: Owned<Finding>;
  exemptions: Owned<Exemption>;
  notices: Owned<domain.Notice>;
  suspensions: Owned<domain.Suspension>;
  suspensionRequests: Owned<SuspensionRequest>;
  terminations: Owned<Termination>;
  keys: Owned<domain.Key>;
  tasks: Owned<Task>;
}

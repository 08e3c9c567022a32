import type { Day } from '../../domain/calendar/instant';
import type { DeveloperId, TermsId } from '../../domain/ids';
import type { TermsMove } from '../../domain/terms/terms-move';
import type { TermsOutcome } from '../../domain/terms/terms-outcomes';
import type { JsonColumn, NullableInstantColumn } from './lifecycle';

/** What a version of a tier's terms would move, and how far its developers have been taken over to it. */
export interface TermsMoveTables {
  termsRollouts: {
    termsId: TermsId;
    /** Whose turn it is: the working out's, the second person's, the walk's, nobody's. */
    state: 'examining' | 'examined' | 'moving' | 'moved';
    examinedAt: NullableInstantColumn;
    startedAt: NullableInstantColumn;
    endedAt: NullableInstantColumn;
  };
  termsMoves: {
    termsId: TermsId;
    developerId: DeveloperId;
    foreseen: JsonColumn<TermsMove> | null;
    /** Of what was foreseen, to sort by. */
    movedDays: number | null;
    outcome: TermsOutcome | null;
    /** The next due day after the change. */
    dueOn: Day | null;
    settledAt: NullableInstantColumn;
  };
}

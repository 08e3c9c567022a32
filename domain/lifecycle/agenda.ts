import type { Procedure } from './next-wake';
import type { Standing } from './state';

/** What a developer's workflow waits for, as the record said when it last looked. Instants are obligation time, milliseconds. */
export interface Agenda {
  nextAt: number | null;
  procedure: Procedure | null;
  /** Obligation time minus wall time; 0 but in embedded mode. */
  offsetMs: number;
  /** The worst standing among the developer's apps; null while there is none. */
  standing: Standing | null;
  accountManagerId: string | null;
  hasEnded: boolean;
}

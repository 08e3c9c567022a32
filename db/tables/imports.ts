import type { Duration } from '../../domain/calendar/instant';
import type { DeveloperId, ImportId, PersonId } from '../../domain/ids';
import type { ImportCells, ImportProblem } from '../../domain/imports/columns';
import type { InstantColumn, JsonColumn, NullableInstantColumn } from './lifecycle';

export type ImportState = 'previewed' | 'running' | 'stopped' | 'completed';
/** left-out: a row of its developer has a problem. known: its developer was imported before. failed: refused when it was its turn. */
export type ImportOutcome = 'waiting' | 'left-out' | 'known' | 'created' | 'failed';

/** Files of developers that were live before. */
export interface ImportTables {
  imports: {
    id: ImportId;
    fileName: string;
    /** Of the file as it was sent, hex. */
    sha256: string;
    state: ImportState;
    uploadedBy: PersonId;
    uploadedAt: InstantColumn;
    startedBy: PersonId | null;
    startedAt: NullableInstantColumn;
    endedAt: NullableInstantColumn;
    /** Over which the due days of those who wait are spread; null: as the terms of each say. */
    spreadOver: Duration | null;
  };
  importRows: {
    importId: ImportId;
    /** As a spreadsheet counts: the names of the columns are row 1. */
    rowNumber: number;
    developerReference: string;
    /** What the row says; null once it was carried out. */
    cells: JsonColumn<ImportCells> | null;
    problems: JsonColumn<ImportProblem[]>;
    outcome: ImportOutcome;
    developerId: DeveloperId | null;
    fault: JsonColumn<{ code: string; message: string }> | null;
    settledAt: NullableInstantColumn;
  };
  /** By which reference of the vendor's a developer was imported: once. */
  developerReferences: { reference: string; developerId: DeveloperId; importId: ImportId; createdAt: InstantColumn };
}

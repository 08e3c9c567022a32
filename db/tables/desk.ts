import type { Day } from '../../domain/calendar/instant';
import type { DeskViewId, DeveloperId, NoteId, PersonId } from '../../domain/ids';
import type { Language } from '../../domain/lifecycle/state';
import type { SdkProductSlug } from '../../domain/products';
import type { InstantColumn } from './lifecycle';

/** What only the vendor's people see and write. */
export interface DeskTables {
  /** What the list of developers is sorted, filtered and searched by. Triggers write it, and nothing else. */
  deskDevelopers: {
    developerId: DeveloperId;
    accountManagerId: PersonId | null;
    /** The legal name in small letters. */
    nameKey: string;
    country: string;
    language: Language;
    enrolledAt: InstantColumn;
    isOffboarded: boolean;
    /** The worst standing among the apps in use: 1 is the best, 0 without an app. */
    standingRank: number;
    /** The most pressing binding day; 9999-12-31 where there is none, so that it can be sorted by. */
    dueOn: Day;
    /** Apps in use. */
    appCount: number;
    sdkProducts: SdkProductSlug[];
    openTaskCount: number;
    openReviewCount: number;
    /** A notice reached nobody, and nobody saw to it yet. */
    isUnreachable: boolean;
    /** The legal name and the names of the apps in small letters, a line each. */
    words: string;
  };
  /** A view of the list that somebody kept for themselves. */
  deskViews: {
    id: DeskViewId;
    personId: PersonId;
    name: string;
    /** The query string of the page. */
    query: string;
    createdAt: InstantColumn;
    changedAt: InstantColumn;
  };
  /** What the vendor's people wrote down about a developer: append-only. */
  developerNotes: {
    id: NoteId;
    developerId: DeveloperId;
    words: string;
    writtenBy: PersonId;
    writtenAt: InstantColumn;
  };
}

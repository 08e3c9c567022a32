/** What was found wrong, in words: things that are missing, and things that happened twice. */
export interface Finding {
  lost: string[];
  doubled: string[];
}

/** What was there before a trial. */
export interface Before {
  seq: number;
  noticeIds: string[];
  /** Wall time. */
  at: number;
}

/** Exactly so many of a thing: fewer are lost, more are doubled. */
export function exactly(wanted: number, what: string, count: number): Finding {
  return {
    lost: count < wanted ? [`${count} of ${wanted} ${what}`] : [],
    doubled: count > wanted ? [`${count} ${what} where ${wanted} should be`] : [],
  };
}

export function all(verdicts: readonly Finding[]): Finding {
  return { lost: verdicts.flatMap(({ lost }) => lost), doubled: verdicts.flatMap(({ doubled }) => doubled) };
}

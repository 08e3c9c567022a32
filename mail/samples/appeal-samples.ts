import type { NoticeFacts } from '../../domain/lifecycle/notices';

type Appealed = NonNullable<NoticeFacts['appeal']>;

const filed = { filedOn: '2026-12-17', firstAnswerDueOn: '2026-12-21', decisionDueOn: '2026-12-31' };

/** What the facts of a mail say of an appeal. */
export const appealOf = (against: Appealed['against'], words?: string): { appeal: Appealed } => ({
  appeal: { ...filed, against, ...(words !== undefined && { words }) },
});

const due: Partial<NoticeFacts> = {
  cycleKind: 'periodic',
  dueOn: '2026-11-30',
  dueAt: Date.parse('2026-11-30T16:00:00Z'),
};
const apps = (standing: NoticeFacts['apps'][number]['standing']): NoticeFacts['apps'] => [
  { appId: 'app_mirror0000000000001', standing, dueOn: '2026-11-30', outstanding: ['law', 'notice'] },
];

/** The mails about appeals, as `samples` has all others. */
export const appealSamples = {
  'appeal-received': {
    facts: { ...due, apps: apps('restricted'), ...appealOf('restriction') },
    now: '2026-12-17T02:00:00Z',
    days: ['2026-12-17', '2026-12-21', '2026-12-31'],
  },
  'appeal-acknowledged': {
    facts: {
      ...due,
      apps: apps('suspended'),
      ...appealOf('suspension', 'Ann Lin looks into it and asks your reviewer for the file.'),
    },
    now: '2026-12-18T02:00:00Z',
    days: ['2026-12-17', '2026-12-31'],
  },
  'appeal-upheld': {
    facts: {
      ...due,
      apps: apps('suspended'),
      ...appealOf('suspension', 'The final notice named another app; it was our mistake.'),
    },
    now: '2026-12-28T02:00:00Z',
    days: ['2026-12-17', '2026-12-28'],
  },
  'appeal-dismissed': {
    facts: {
      ...due,
      restrictsNotBeforeOn: '2026-12-16',
      suspendsNotBeforeOn: '2026-12-30',
      suspendsNotBeforeAt: Date.parse('2026-12-30T02:00:00Z'),
      apps: apps('grace'),
      ...appealOf('return', 'The page names no vendor, as the reviewer said.'),
    },
    now: '2026-12-10T02:00:00Z',
    days: ['2026-12-17', '2026-12-16', '2026-12-30'],
  },
} satisfies Record<string, { facts: NoticeFacts; now: string; days: readonly string[] }>;

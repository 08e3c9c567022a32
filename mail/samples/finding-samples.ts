import type { AppId } from '../../domain/ids';
import type { NoticeFacts } from '../../domain/lifecycle/notices';

/** What a mail is made from, the moment it is of, and the days a reader must find in it. */
export interface Sample {
  facts: NoticeFacts;
  now: string;
  days: readonly string[];
}

export const mirror: AppId = 'app_mirror0000000000001';

export const finding: NonNullable<NoticeFacts['finding']> = {
  findingId: 'fnd_0123456789abcdefghjk',
  obligation: 'notice',
  clause: '3.2',
  facts: 'The privacy policy of 30 November names neither the SDK nor its vendor.',
  evidence: ['https://studio.example/privacy', 'evd_0123456789abcdefghjk'],
};
const found = (standing: NoticeFacts['apps'][number]['standing']): NoticeFacts['apps'] => [
  { appId: mirror, standing, dueOn: '2026-12-08', outstanding: [] },
];
const cureBy: Partial<NoticeFacts> = { dueOn: '2026-12-08', dueAt: Date.parse('2026-12-08T16:00:00Z') };
const findingSteps: Partial<NoticeFacts> = {
  restrictsNotBeforeOn: '2026-12-09',
  suspendsNotBeforeOn: '2026-12-16',
  suspendsNotBeforeAt: Date.parse('2026-12-16T02:00:00Z'),
};

/** A step of the ladder that follows from a finding. */
export const findingStep: Partial<NoticeFacts> = {
  ...cureBy,
  ...findingSteps,
  restrictsNotBeforeOn: undefined,
  apps: found('restricted'),
  finding,
};

export const findingSamples = {
  'finding-notice': {
    facts: { ...cureBy, ...findingSteps, apps: found('active'), finding },
    now: '2026-12-01T02:00:00Z',
    days: ['2026-12-08', '2026-12-09', '2026-12-16'],
  },
  'finding-cured': {
    facts: {
      ...cureBy,
      apps: found('grace'),
      finding: { ...finding, reason: 'The page names us now.', isReinstated: false },
    },
    now: '2026-12-04T02:00:00Z',
    days: ['2026-12-08'],
  },
  'finding-not-cured': {
    facts: {
      ...cureBy,
      ...findingSteps,
      apps: found('grace'),
      finding: { ...finding, reason: 'The page is still the old one.' },
    },
    now: '2026-12-04T02:00:00Z',
    days: ['2026-12-08', '2026-12-09', '2026-12-16'],
  },
  'finding-withdrawn': {
    facts: {
      ...cureBy,
      apps: found('grace'),
      finding: { ...finding, reason: 'We looked at another app.', isReinstated: true },
    },
    now: '2026-12-04T02:00:00Z',
    days: ['2026-12-08'],
  },
} as const satisfies Record<string, Sample>;

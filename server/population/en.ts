import type { Standing } from '../../domain/lifecycle/state';
import type { UnattestedBecause } from '../../domain/population/unattested';

const standings: Readonly<Record<Standing, string>> = {
  onboarding: 'First attestation',
  active: 'In order',
  due: 'Due',
  grace: 'Grace period',
  restricted: 'Restricted',
  suspended: 'Suspended',
  revoked: 'Revoked',
  offboarded: 'Ended',
};

const because: Readonly<Record<UnattestedBecause, string>> = {
  'first-attestation-ahead': 'Imported with its keys; the first due day was ahead',
  'due-day-ahead': 'The cover had ended; the next due day was ahead',
  'vendor-owes-answer': 'The clock stood: the vendor owed an answer',
  'passed-provisionally': 'Passed provisionally until the vendor answered',
  grace: 'Grace period: the formal notice was running',
  restricted: 'Restricted: the final notice was running, or no slot had come',
  held: 'Enforcement was held',
  'over-budget': 'The enforcement budget was spent',
  'not-in-force': 'No acceptance was in force',
};

export const en = {
  kind: 'Record of the population',
  title: (day: string) => `Attestations on ${day}`,
  subtitle: (day: string) => `As they stood when ${day} ended, from the record of decisions.`,
  labels: { developers: 'Developers', apps: 'Apps', liveKeys: 'Live keys that worked' },
  standingTitle: 'Apps by standing',
  unattestedTitle: 'Hours that live keys ran un-attested, up to then',
  unattestedWhat: 'Counted for each app while at least one of its live keys worked and no acceptance covered it.',
  namedTitle: 'Apps with most of these hours',
  none: 'There were none.',
  more: (count: string) => `${count} more apps have such hours. The CSV of the same day names all, with every stretch.`,
  columns: { standing: 'Standing', apps: 'Apps', because: 'Why', hours: 'Hours', app: 'App and developer' },
  standings,
  because,
  footer: (at: string) => `Made ${at}`,
  pages: (page: number, count: number) => `Page ${page} of ${count}`,
};

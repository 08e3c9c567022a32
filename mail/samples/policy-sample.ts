import type { NoticeFacts, NoticeTemplate } from '../../domain/lifecycle/notices';
import type { Language } from '../../domain/lifecycle/state';
import type { PolicyInput } from '../input';
import { exempt } from './exemption-samples';

/** Facts of the mail that a campaign sends, as in `samples.ts`. */
export const policySamples = {
  'policy-changed': {
    facts: {
      suspendsNotBeforeAt: Date.parse('2027-05-31T02:00:00Z'),
      cycleKind: 'campaign',
      dueOn: '2027-05-01',
      restrictsNotBeforeOn: '2027-05-17',
      suspendsNotBeforeOn: '2027-05-31',
      apps: [{ ...exempt, dueOn: '2027-05-01', outstanding: ['consent', 'notice'] }],
      policy: { campaignId: 'cmp_0123456789abcdefghjk', policyVersionId: 'pol_0123456789abcdefghjk' },
    },
    now: '2027-03-15T02:00:00Z',
    days: ['2027-04-01', '2027-05-01', '2027-05-17', '2027-05-31'],
  },
} satisfies Partial<Record<NoticeTemplate, { facts: NoticeFacts; now: string; days: readonly string[] }>>;

/** The version that it speaks of, in the reader's language. */
export function policyOf(language: Language): PolicyInput {
  const isEnglish = language === 'en';
  return {
    title: isEnglish ? 'Policy of March 2027' : '2027 年 3 月版隐私政策',
    effectiveOn: '2027-04-01',
    summary: isEnglish ? 'Consent has to be separate.' : '须取得单独同意。',
    clauses: [
      {
        clause: '3.3',
        before: isEnglish ? 'You obtain full consent of end users.' : '您应取得终端用户的充分同意。',
        after: isEnglish ? 'You obtain separate consent of end users.' : '您应取得终端用户的单独同意。',
      },
      { clause: '3.2', before: null, after: isEnglish ? 'You notify end users.' : '您应告知终端用户。' },
    ],
  };
}

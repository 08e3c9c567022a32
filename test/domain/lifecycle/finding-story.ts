import type { AppId, FindingId } from '../../../domain/ids';
import { attested, type Story, signatory, staff } from './story';

export const system = { kind: 'system', id: 'watcher' } as const;

/** Raises a finding about the notice of an app; answers its id. */
export function raise(story: Story, appId: AppId = 'app_a'): FindingId {
  story.give({
    type: 'finding.raised',
    actor: staff(),
    appId,
    obligation: 'notice',
    clause: '3.2',
    facts: 'The page names no vendor.',
    evidence: ['https://example.com/privacy'],
  });
  const finding = story.state.findings.at(-1);
  if (!finding) throw new Error('nothing was raised');
  return finding.id;
}

export const answer = (story: Story, findingId: FindingId) =>
  story.give({ type: 'finding.answered', actor: signatory, findingId, answer: 'It does so now.', evidence: [] });

export const decide = (
  story: Story,
  findingId: FindingId,
  outcome: 'cured' | 'not-cured',
  actor: ReturnType<typeof staff> | typeof system = staff(),
) => story.give({ type: 'finding.decided', actor, findingId, outcome, reason: 'We looked.' });

export const planOf = (story: Story, findingId: FindingId) => {
  const plan = story.state.plans.find((row) => row.findingId === findingId);
  if (!plan) throw new Error('no plan');
  return plan;
};

/** Monday, 4 January 2027, nine o'clock; the developer sits in New York. */
export function raised(): { story: Story; findingId: FindingId } {
  const story = attested('America/New_York', '2026-12-01 09:00');
  story.until('2027-01-04 09:00');
  return { story, findingId: raise(story) };
}

import type { Change } from '../../../../domain/lifecycle/decisions';
import { marker } from '../outcomes';
import type { Step, Trace } from '../simulation';
import { must } from './ledger';

/** What people write stays in the rows made for it; what is told about a decision is ids, days, counts and codes. */
export function ownClause({ steps }: Trace): void {
  for (const step of steps) {
    for (const { type, subject, why, data, changes } of step.decisions) {
      const told = JSON.stringify([subject, why, data]);
      must(step, !told.includes(marker), `${type} tells what somebody wrote`);
      for (const text of textsIn(data)) must(step, isCode(text), `${type} tells "${text}"`);
      for (const change of changes) rows(step, change);
    }
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsIn);
}

function isCode(text: string): boolean {
  return /^[-+A-Za-z0-9][\w./+-]{0,60}$/.test(text) || /^[a-z-]+ [+-]?\d+ [a-z]+$/.test(text);
}

/** The columns that hold people's words, each erasable or part of the record. */
const worded: Readonly<Record<string, readonly string[]>> = {
  extensions: ['plan', 'reason'],
  appeals: ['words', 'firstAnswer', 'reason'],
  findings: ['facts', 'evidence', 'answer', 'answerEvidence', 'reason'],
  exemptions: ['statute', 'reason', 'decisionReason', 'endReason'],
  suspensionRequests: ['reason', 'clause', 'decisionReason'],
  terminations: ['reason'],
  postMortems: ['reason', 'found', 'cause', 'prevention'],
  requirements: ['reason'],
  notices: ['confirmations', 'facts'],
};

function rows(step: Step, { collection, row }: Change): void {
  for (const [field, value] of Object.entries(row)) {
    if (worded[collection]?.includes(field)) continue;
    const isClean = typeof value !== 'object' ? value !== marker : !JSON.stringify(value ?? '').includes(marker);
    must(step, isClean, `${collection}.${field} holds what somebody wrote`);
  }
}

/** Typed identifiers: the prefix says what a thing is, in every log line, address and mail. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;
export type DeveloperId = Id<'dev'>;
export type AppId = Id<'app'>;
export type KeyId = Id<'key'>;
export type CycleId = Id<'cyc'>;
export type RequirementId = Id<'req'>;
export type PlanId = Id<'pln'>;
export type SubmissionId = Id<'sub'>;
export type ReviewQuestionId = Id<'qst'>;
export type SignatureId = Id<'sig'>;
export type StatementId = Id<'stm'>;
export type ExtensionId = Id<'ext'>;
export type FindingId = Id<'fnd'>;
export type ExemptionId = Id<'exm'>;
export type AppealId = Id<'apl'>;
export type WrongfulEnforcementId = Id<'wfe'>;
export type PostMortemId = Id<'pmt'>;
export type NoticeId = Id<'ntc'>;
export type SuspensionId = Id<'sus'>;
export type SuspensionRequestId = Id<'srq'>;
export type TerminationId = Id<'trm'>;
export type TaskId = Id<'tsk'>;
export type HoldId = Id<'hld'>;
export type FreezeDayId = Id<'frz'>;
export type ReleaseId = Id<'rls'>;
export type AlertId = Id<'alr'>;
export type PolicyVersionId = Id<'pol'>;
export type CampaignId = Id<'cmp'>;
export type TierId = Id<'tir'>;
/** A version of the terms of a tier. */
export type TermsId = Id<'tms'>;
export type EventId = Id<'evt'>;
export type PersonId = Id<'per'>;
export type EvidenceId = Id<'evd'>;
export type TokenId = Id<'tok'>;
export type DelegationId = Id<'dlg'>;
export type DeskViewId = Id<'dvw'>;
export type ImportId = Id<'imp'>;
export type NoteId = Id<'nte'>;
export type LeaveId = Id<'lve'>;

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A new identifier from 16 random bytes (the first 100 bits are kept), Crockford base 32.
 * The caller brings the randomness: the domain has none.
 */
export function idFrom<Prefix extends string>(prefix: Prefix, random: Uint8Array): Id<Prefix> {
  let text = '';
  for (let index = 0; index < 20; index += 1) {
    text += alphabet[(random[index % random.length] ?? 0) & 31];
  }
  return `${prefix}_${text}`;
}

/** Identifiers of the things one event brings about: the event's own id and a running number, so that a retry names the same things. */
export function childIds(event: EventId): <Prefix extends string>(prefix: Prefix) => Id<Prefix> {
  let count = 0;
  const stem = event.slice(event.indexOf('_') + 1);
  return (prefix) => {
    count += 1;
    return `${prefix}_${stem}${count.toString(36).padStart(2, '0')}`;
  };
}

/** True when the text has the shape of an identifier with this prefix. */
export function isId<Prefix extends string>(prefix: Prefix, text: unknown): text is Id<Prefix> {
  return typeof text === 'string' && new RegExp(`^${prefix}_[0-9a-z]{4,40}$`).test(text);
}

import type { Day } from '../calendar/instant';
import { addDays, addTo, at, dayOf, daysIn, endOf } from '../calendar/zoned';
import { AvowError } from '../errors';
import type { AppId, PersonId } from '../ids';
import { type ObligationSlug, obligationEditions } from '../obligations';
import { type ClaimedExemption, type Exemption, isRefusedWith, mayStillBind } from './exemptions';
import { queueNotice } from './notice';
import type { LifecycleState, Plan, Requirement, Submission } from './state';
import { put, record, type Work } from './work';

/** Takes the claims of a submission down: each waits for the reviewer's decision on its requirement. */
export function claimExemptions(
  work: Work,
  submission: Submission,
  submitted: readonly Requirement[],
  claims: readonly ClaimedExemption[],
): void {
  for (const claim of claims) {
    const requirement = submitted.find((row) => row.obligation === claim.obligation);
    if (!requirement) continue;
    refuseClaim(work, submission.appId, claim);
    const exemption: Exemption = {
      id: work.newId('exm'),
      appId: submission.appId,
      requirementId: requirement.id,
      obligation: claim.obligation,
      submissionId: submission.id,
      statute: claim.statute,
      jurisdiction: claim.jurisdiction,
      reason: claim.reason,
      askedUntilOn: claim.endsOn,
      endsOn: claim.endsOn,
      endsAt: null,
      tellsAt: null,
      state: 'claimed',
      askedBy: submission.signedBy,
      askedAt: work.now,
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
      noticedAt: null,
      endedAt: null,
      endedBy: null,
      endReason: null,
    };
    record(
      work,
      'exemption.claimed',
      exemption.id,
      {
        why: 'the developer relies on a law that provides otherwise',
        data: { obligation: claim.obligation, jurisdiction: claim.jurisdiction, endsOn: claim.endsOn },
      },
      [put('exemptions', exemption)],
    );
  }
}

/** Only clause 3.3 says "unless otherwise provided by applicable law", and every exemption ends within the terms. */
function refuseClaim(work: Work, appId: AppId, { obligation, endsOn }: ClaimedExemption): void {
  const path = `/apps/${appId}/${obligation}/exemption`;
  const edition = obligationEditions.findLast((one) => one.slug === obligation);
  if (!edition?.clauses.includes('3.3'))
    throw new AvowError('answers.invalid', 'No exemption can be claimed from this obligation: state it.', [
      { path, message: 'Only clause 3.3 provides for exemptions.' },
    ]);
  const today = dayOf(work.now, work.state.developer.timeZone);
  const longest = addTo(today, work.context.terms.exemptionLongest);
  if (endsOn <= today)
    throw new AvowError('exemption.end-past', `Name a last day after ${today}.`, [
      { path: `${path}/endsOn`, message: 'This day is over, or is today.' },
    ]);
  if (endsOn > longest)
    throw new AvowError('exemption.too-long', `The latest day that can be claimed is ${longest}.`, [
      { path: `${path}/endsOn`, message: `Name a day up to ${longest}.` },
    ]);
}

/** The claim that waits for a decision on this requirement; undefined when it is simply stated. */
export function claimOn(work: Work, requirement: Requirement): Exemption | undefined {
  return work.state.exemptions.find((row) => row.requirementId === requirement.id && row.state === 'claimed');
}

/** The claim that was refused with the return of this requirement. */
export function refusedClaimOn(work: Work, requirement: Requirement): Exemption | undefined {
  return work.state.exemptions.find((row) => isRefusedWith(row, requirement));
}

/** True when a submission claims an exemption: then a person has to look, whatever its checks say. */
export function hasClaim(state: LifecycleState, submission: Submission): boolean {
  return state.exemptions.some((row) => row.submissionId === submission.id && row.state === 'claimed');
}

/** A reviewer grants it, until the day claimed or an earlier one: the requirement is exempt. Never by checks, never by the asker. */
export function grantExemption(
  work: Work,
  claim: Exemption,
  requirement: Requirement,
  by: PersonId | null,
  untilOn: Day | undefined,
): void {
  if (by === null) throw new AvowError('access.forbidden', 'Only a reviewer grants an exemption.');
  if (by === claim.askedBy)
    throw new AvowError('review.own-submission', 'Who claims an exemption cannot grant it; leave it to a colleague.');
  const endsOn = untilOn ?? claim.askedUntilOn;
  // Refused wrongly, it is granted even if its day has passed meanwhile: it then ends at once and is asked with all its time.
  if (claim.state === 'claimed') refuseEnd(work, claim, endsOn);
  const { timeZone } = work.state.developer;
  const { terms } = work.context;
  const tellsAt = at(addDays(endsOn, -daysIn(terms.exemptionEndingBefore)), terms.localHour, timeZone);
  const granted: Exemption = {
    ...claim,
    state: 'granted',
    endsOn,
    endsAt: endOf(endsOn, timeZone),
    tellsAt: tellsAt > work.now ? tellsAt : null,
    decidedBy: by,
    decidedAt: work.now,
    decisionReason: null,
  };
  supersedeExemptions(work, claim.appId, claim.obligation, 'another exemption takes its place', claim.id);
  record(
    work,
    'exemption.granted',
    claim.id,
    {
      why: 'a reviewer found that applicable law provides otherwise',
      rule: 'anchored-dates',
      data: { obligation: claim.obligation, jurisdiction: claim.jurisdiction, endsOn },
    },
    [put('exemptions', granted)],
  );
  record(
    work,
    'requirement.exempted',
    requirement.id,
    { why: 'its exemption is granted', data: { obligation: claim.obligation, exemptionId: claim.id, endsOn } },
    [
      put('requirements', {
        ...requirement,
        state: 'exempt',
        exemptionId: claim.id,
        reasonCode: null,
        reason: null,
        decidedAt: work.now,
        decidedBy: by,
      }),
    ],
  );
}

function refuseEnd(work: Work, claim: Exemption, endsOn: Day): void {
  const path = '/items/untilOn';
  if (endsOn > claim.askedUntilOn)
    throw new AvowError('exemption.too-long', `It was claimed until ${claim.askedUntilOn}; grant that day or less.`, [
      { path, message: `Name a day up to ${claim.askedUntilOn}.` },
    ]);
  const today = dayOf(work.now, work.state.developer.timeZone);
  if (endsOn <= today)
    throw new AvowError(
      'exemption.end-past',
      `It would have ended on ${endsOn}. Return the item, so that it is stated, or claimed for a time to come.`,
      [{ path, message: `Name a day after ${today}.` }],
    );
}

/** Tells the developer that it is granted, and until when. */
export function announceGrant(work: Work, exemption: Exemption, plan: Plan | undefined): void {
  queueNotice(work, {
    template: 'exemption-granted',
    plans: plan ? [plan] : [],
    apps: work.state.apps.filter((app) => app.id === exemption.appId),
    rung: 'exemption',
    occasion: exemption.id,
    audience: ['signatory', 'preparer'],
    facts: { exemption: exemptionFacts(exemption) },
    why: 'the exemption is granted',
  });
}

/** What a mail says of an exemption. */
export function exemptionFacts({ obligation, statute, jurisdiction, askedUntilOn, endsOn, endReason }: Exemption) {
  return { obligation, statute, jurisdiction, askedUntilOn, endsOn, ...(endReason && { reason: endReason }) };
}

/** The reviewer returns the item: the law named does not apply, or not so. */
export function refuseExemption(work: Work, claim: Exemption, by: PersonId | null, reason: string): void {
  record(
    work,
    'exemption.refused',
    claim.id,
    { why: 'the exemption claimed was not found to apply', data: { obligation: claim.obligation } },
    [
      put('exemptions', {
        ...claim,
        state: 'refused',
        decidedBy: by,
        decidedAt: work.now,
        decisionReason: reason,
      }),
    ],
  );
}

/** Ends what binds no longer because something else took its place: nothing is asked again for it. */
export function supersedeExemptions(
  work: Work,
  appId: AppId,
  obligation: ObligationSlug | null,
  why: string,
  except?: Exemption['id'],
): void {
  for (const exemption of work.state.exemptions) {
    if (exemption.appId !== appId || exemption.id === except || !mayStillBind(exemption)) continue;
    if (obligation !== null && (exemption.obligation !== obligation || exemption.state !== 'granted')) continue;
    record(work, 'exemption.superseded', exemption.id, { why, data: { obligation: exemption.obligation } }, [
      put('exemptions', { ...exemption, state: 'superseded', endedAt: work.now }),
    ]);
  }
}

/** The granted exemption that holds on this day; undefined when the obligation has to be stated. */
export function exemptionOn(
  state: LifecycleState,
  appId: AppId,
  obligation: ObligationSlug,
  day: Day | null,
): Exemption | undefined {
  return state.exemptions.find(
    (row) =>
      row.appId === appId &&
      row.obligation === obligation &&
      row.state === 'granted' &&
      day !== null &&
      row.endsOn >= day,
  );
}

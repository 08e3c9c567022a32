import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import type { Agenda } from '../domain/lifecycle/agenda';
import { searchAttributes } from './messages';

const standingKey = defineSearchAttributeKey(searchAttributes.standing, SearchAttributeType.KEYWORD);
const accountManagerKey = defineSearchAttributeKey(searchAttributes.accountManager, SearchAttributeType.KEYWORD);
const nextAtKey = defineSearchAttributeKey(searchAttributes.nextAt, SearchAttributeType.DATETIME);

/** What an operator can search a developer's workflow by. */
export function shownOf(agenda: Agenda): TypedSearchAttributes {
  return new TypedSearchAttributes([
    { key: standingKey, value: agenda.standing ?? 'none' },
    { key: accountManagerKey, value: agenda.accountManagerId ?? 'none' },
    ...(agenda.nextAt === null ? [] : [{ key: nextAtKey, value: new Date(agenda.nextAt) }]),
  ]);
}

/** Brings the search attributes up to date, in one event, and only when one of them changed. */
export function show(agenda: Agenda): void {
  const shown = workflowInfo().typedSearchAttributes;
  const wanted = shownOf(agenda);
  const isCurrent =
    shown.get(standingKey) === wanted.get(standingKey) &&
    shown.get(accountManagerKey) === wanted.get(accountManagerKey) &&
    shown.get(nextAtKey)?.getTime() === wanted.get(nextAtKey)?.getTime();
  if (!isCurrent) upsertSearchAttributes(wanted.getAll());
}

/** What the workflow waits for, in words, for Temporal's page. */
export function describe(agenda: Agenda): string {
  if (agenda.nextAt === null || agenda.procedure === null)
    return 'Waits for somebody to act; nothing happens by the clock.';
  const moved = agenda.offsetMs === 0 ? '' : ` (moved time: ${Math.round(agenda.offsetMs / 86_400_000)} days ahead)`;
  return `**${agenda.standing ?? 'no app yet'}**: waits to ${words[agenda.procedure]} at ${new Date(agenda.nextAt).toISOString()}${moved}, or for somebody to act.`;
}

const words: Readonly<Record<NonNullable<Agenda['procedure']>, string>> = {
  'open-cycle': 'open the next cycle',
  'schedule-import': 'set the due day of an import',
  remind: 'remind',
  'give-notice': 'give formal or final notice',
  escalate: 'tell somebody of the vendor',
  lapse: 'let the due day lapse',
  restrict: 'restrict',
  suspend: 'suspend',
  'renew-notice': 'renew the final notice',
  'attend-review': 'attend to a review past its service level',
  'attend-appeal': 'attend to an appeal past its terms',
  'attend-termination': 'tell the leads that a termination may be confirmed',
  'expire-key': 'end the overlap of a rolled key',
  'end-exemption': 'end a legal exemption',
};

import { type NoticeFacts, type NoticeTemplate, noticeTemplates } from '../../domain/lifecycle/notices';
import type { Language } from '../../domain/lifecycle/state';
import type { RenderedMail } from '..';
import {
  renderBudgetAlert,
  renderDelegateInvitation,
  renderDelegationChanged,
  renderDigest,
  renderNotice,
  renderSignInLink,
  renderStaffInvitation,
} from '..';
import { appealOf } from './appeal-samples';
import { budgetAlertInput } from './budget-alert-sample';
import { delegateInput, delegationChangedInput } from './delegation-samples';
import { exempt, exemption } from './exemption-samples';
import { finding, findingStep, mirror } from './finding-samples';
import { digestInput, links, noticeInput, one, quiet, reason, samples, signInInput, three } from './samples';
import { staffInvitationInput } from './staff-sample';

/** Every mail there is, by a name for its file: the variants too that a template has. */
export function everyMail(language: Language): Record<string, RenderedMail> {
  const mails: Record<string, RenderedMail> = {};
  for (const template of noticeTemplates) mails[template] = renderNotice(noticeInput(template, language));
  const vary = (name: string, template: NoticeTemplate, facts: Partial<NoticeFacts>, now?: string) => {
    const changes = { facts: { ...samples[template].facts, ...facts }, ...(now && { now: Date.parse(now) }) };
    mails[name] = renderNotice(noticeInput(template, language, changes));
  };
  vary('invitation-onboarding', 'invitation', { cycleKind: 'onboarding', apps: one('onboarding') });
  vary('invitation-unscheduled', 'invitation', {
    dueOn: undefined,
    apps: [{ appId: mirror, standing: 'due', dueOn: null, outstanding: ['law'] }],
  });
  vary('reminder-overdue', 'reminder', { apps: three('grace') }, '2026-12-07T02:00:00Z');
  vary('reinstated-provisionally', 'reinstated', {
    provisional: true,
    nextDueOn: undefined,
    coveredThroughOn: undefined,
  });
  vary('appeal-dismissed-finding', 'appeal-dismissed', {
    ...findingStep,
    ...appealOf('finding', reason),
  });
  for (const against of ['return', 'finding', 'restriction'] as const)
    vary(`appeal-upheld-${against}`, 'appeal-upheld', appealOf(against, reason));
  for (const template of ['final-notice', 'restricted', 'suspended'] as const)
    vary(`${template}-of-a-finding`, template, findingStep);
  for (const template of ['accepted', 'passed-provisionally', 'reinstated'] as const)
    vary(`${template}-beside-a-finding`, template, { openFindings: 1 });
  vary('finding-cured-and-reinstated', 'finding-cured', { finding: { ...finding, isReinstated: true } });
  vary('terms-changed-to-later', 'terms-changed', {
    apps: three('active'),
    terms: { termsId: null, formerDueOn: '2027-05-30', dueOn: '2027-11-30', opensOn: '2027-10-01' },
  });
  vary('accepted-in-part', 'accepted', { apps: [{ ...exempt, dueOn: '2026-11-30', outstanding: ['consent'] }] });
  vary('exemption-ended-early', 'exemption-ended', {
    exemption: { ...exemption, reason: 'The article was repealed as of today.' },
  });
  vary('exemption-ended-stated', 'exemption-ended', {
    apps: [{ ...exempt, dueOn: '2028-01-30', outstanding: [] }],
  });
  for (const template of ['accepted', 'passed-provisionally'] as const)
    vary(`${template}-still-suspended`, template, { isStillSuspended: true });
  vary('suspension-lifted-by-legal', 'suspension-lifted', {
    lift: { class: 'obligation', reason, isRestored: false },
  });
  vary('suspension-undone-covered', 'suspension-undone', {
    undoing: {
      class: 'account-manager',
      reason,
      suspendedAt: Date.parse('2026-11-25T03:30:00Z'),
      keys: 1,
      isRestored: false,
    },
  });
  vary('suspended-by-account-manager', 'suspended-by-decision', {
    decision: { class: 'account-manager', reason, clause: '3.2' },
  });
  vary('termination-notice-offboarding', 'termination-notice', {
    apps: three('active'),
    termination: { kind: 'offboarding', reason, notBeforeOn: '2027-03-01' },
  });
  vary('termination-cancelled-offboarding', 'termination-cancelled', {
    apps: three('active'),
    termination: { kind: 'offboarding', isCured: false },
  });
  vary('offboarded-by-vendor', 'offboarded', { offboardedBy: 'vendor' });
  mails['formal-notice-without-pages'] = renderNotice(
    noticeInput('formal-notice', language, { links: { act: links.act }, extra: undefined }),
  );
  mails['sign-in-link'] = renderSignInLink(signInInput(language));
  mails['staff-invitation'] = renderStaffInvitation(staffInvitationInput(language));
  mails['budget-alert'] = renderBudgetAlert(budgetAlertInput(language));
  mails['delegate-invitation'] = renderDelegateInvitation(delegateInput(language));
  for (const change of ['granted', 'revoked'] as const)
    mails[`delegation-${change}`] = renderDelegationChanged(delegationChangedInput(language, change));
  mails.digest = renderDigest(digestInput(language));
  mails['digest-quiet'] = renderDigest(digestInput(language, quiet));
  return mails;
}

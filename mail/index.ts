import type { NoticeTemplate } from '../domain/lifecycle/notices';
import type { Language } from '../domain/lifecycle/state';
import { accepted } from './accepted';
import { appealAcknowledged } from './appeal-acknowledged';
import { appealDismissed } from './appeal-dismissed';
import { appealReceived } from './appeal-received';
import { appealUpheld } from './appeal-upheld';
import { type BudgetAlertInput, budgetAlert } from './budget-alert';
import { calendarOf } from './calendar';
import { type Content, type Line, line, link, mailLink } from './content';
import { type DelegateInvitationInput, delegateInvitation } from './delegate-invitation';
import { type DelegationChangedInput, delegationChanged } from './delegation-changed';
import { type DigestInput, digest } from './digest';
import { exemptionEnded } from './exemption-ended';
import { exemptionEnding } from './exemption-ending';
import { exemptionGranted } from './exemption-granted';
import { extensionGranted } from './extension-granted';
import { extensionRefused } from './extension-refused';
import { finalNotice } from './final-notice';
import { findingCured } from './finding-cured';
import { findingNotCured } from './finding-not-cured';
import { findingNotice } from './finding-notice';
import { findingFinal, findingRestricted, findingSuspended } from './finding-step';
import { findingWithdrawn } from './finding-withdrawn';
import { formalNotice } from './formal-notice';
import type { Attachment, NoticeInput, RenderedMail, VendorNames } from './input';
import { invitation } from './invitation';
import { htmlOf } from './layout/html';
import { textOf } from './layout/text';
import { type Notice, prepare, vendorOf } from './notice';
import { offboarded } from './offboarded';
import { passedProvisionally } from './passed-provisionally';
import { nameOf, oneLine } from './plain';
import { policyChanged } from './policy-changed';
import { reinstated } from './reinstated';
import { reminder } from './reminder';
import { restricted } from './restricted';
import { returned } from './returned';
import { reviewQuestion } from './review-question';
import { revoked } from './revoked';
import { type SignInLinkInput, signInLink } from './sign-in-link';
import { type StaffInvitationInput, staffInvitation } from './staff-invitation';
import { suspended } from './suspended';
import { suspendedByDecision } from './suspended-by-decision';
import { suspensionLifted } from './suspension-lifted';
import { suspensionUndone } from './suspension-undone';
import { task } from './task';
import { terminationCancelled } from './termination-cancelled';
import { terminationNotice } from './termination-notice';
import { termsChanged } from './terms-changed';
import { vocabulary } from './words';

export type { BudgetAlertInput } from './budget-alert';
export type { DelegateInvitationInput } from './delegate-invitation';
export type { DelegationChangedInput } from './delegation-changed';
export type { DigestInput } from './digest';
export type { Attachment, NoticeExtra, NoticeInput, PolicyInput, RenderedMail, VendorNames } from './input';
export { quotesClauses } from './notice';
export type { SignInLinkInput } from './sign-in-link';
export type { StaffInvitationInput } from './staff-invitation';

/** One line for each mail of the lifecycle. */
const mails: Readonly<Record<NoticeTemplate, (notice: Notice) => Content>> = {
  invitation,
  reminder,
  'formal-notice': formalNotice,
  'finding-notice': findingNotice,
  'final-notice': byMatter(finalNotice, findingFinal),
  restricted: byMatter(restricted, findingRestricted),
  suspended: byMatter(suspended, findingSuspended),
  reinstated,
  'review-question': reviewQuestion,
  returned,
  accepted,
  'finding-cured': findingCured,
  'finding-not-cured': findingNotCured,
  'finding-withdrawn': findingWithdrawn,
  'passed-provisionally': passedProvisionally,
  'policy-changed': policyChanged,
  'terms-changed': termsChanged,
  'extension-granted': extensionGranted,
  'extension-refused': extensionRefused,
  'exemption-granted': exemptionGranted,
  'exemption-ending': exemptionEnding,
  'exemption-ended': exemptionEnded,
  'appeal-received': appealReceived,
  'appeal-acknowledged': appealAcknowledged,
  'appeal-upheld': appealUpheld,
  'appeal-dismissed': appealDismissed,
  'suspended-by-decision': suspendedByDecision,
  'suspension-lifted': suspensionLifted,
  'suspension-undone': suspensionUndone,
  'termination-notice': terminationNotice,
  'termination-cancelled': terminationCancelled,
  revoked,
  offboarded,
  task,
};

/** A step of the ladder is told in other words where it follows from a finding. */
function byMatter(ofCycle: (notice: Notice) => Content, ofFinding: (notice: Notice) => Content) {
  return (notice: Notice): Content => (notice.facts.finding ? ofFinding(notice) : ofCycle(notice));
}

const withCalendar: ReadonlySet<NoticeTemplate> = new Set([
  'invitation',
  'reminder',
  'formal-notice',
  'finding-notice',
  'finding-not-cured',
  'final-notice',
  'extension-granted',
  'exemption-ended',
  'policy-changed',
]);

/** A mail of the lifecycle. Throws a RangeError on a link that is none, and on a task mail without a task. */
export function renderNotice(input: NoticeInput): RenderedMail {
  const notice = prepare(input);
  const { say, links, extra, vendor, organisation } = notice;
  const footer = [
    [input.template === 'task' ? say.footer.staff(vendor.name) : say.footer.developer(organisation, vendor.name)],
    ...footerOf(input.language, vendor),
    ...(links.unsubscribe === undefined ? [] : [line`${link(say.footer.unsubscribe, links.unsubscribe)}`]),
    ...(extra?.noticeId === undefined ? [] : [[say.footer.reference(extra.noticeId)]]),
  ];
  const attachments = withCalendar.has(input.template) ? calendarOf(notice) : [];
  return rendered(mails[input.template](notice), input.language, vendor, footer, attachments);
}

/** The mail with the link that signs somebody in. */
export function renderSignInLink(input: SignInLinkInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const footer = [[vocabulary(input.language).footer.signIn(vendor.name)], ...footerOf(input.language, vendor)];
  return rendered(signInLink(input), input.language, vendor, footer);
}

/** The mail that tells somebody that they work at the desk from now on. */
export function renderStaffInvitation(input: StaffInvitationInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const footer = [[vocabulary(input.language).footer.staff(vendor.name)], ...footerOf(input.language, vendor)];
  return rendered(staffInvitation(input), input.language, vendor, footer);
}

/** The mail that asks somebody of an agency to confirm their address. */
export function renderDelegateInvitation(input: DelegateInvitationInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const organisation = nameOf(input.organisation.name);
  const why = vocabulary(input.language).footer.delegate(organisation, vendor.name);
  return rendered(delegateInvitation(input), input.language, vendor, [[why], ...footerOf(input.language, vendor)]);
}

/** The mail that tells a signatory of a delegation that was granted or revoked. */
export function renderDelegationChanged(input: DelegationChangedInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const organisation = nameOf(input.organisation.name);
  const why = vocabulary(input.language).footer.developer(organisation, vendor.name);
  return rendered(delegationChanged(input), input.language, vendor, [[why], ...footerOf(input.language, vendor)]);
}

/** The daily digest of the desk, for an account manager or their lead. */
export function renderDigest(input: DigestInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const footer = [[vocabulary(input.language).footer.staff(vendor.name)], ...footerOf(input.language, vendor)];
  return rendered(digest(input), input.language, vendor, footer);
}

/** The alert that enforcement is over its budget, for a lead. */
export function renderBudgetAlert(input: BudgetAlertInput): RenderedMail {
  const vendor = vendorOf(input.vendor);
  const footer = [[vocabulary(input.language).footer.staff(vendor.name)], ...footerOf(input.language, vendor)];
  return rendered(budgetAlert(input), input.language, vendor, footer);
}

function footerOf(language: Language, vendor: VendorNames): Line[] {
  const { footer } = vocabulary(language);
  return [line`${footer.questions}${mailLink(vendor.contactEmail)} · ${link(footer.privacy, vendor.privacyNoticeUrl)}`];
}

function rendered(
  content: Content,
  language: Language,
  vendor: VendorNames,
  footer: readonly Line[],
  attachments: Attachment[] = [],
): RenderedMail {
  const frame = { language, vendor: vendor.name, footer };
  const subject = oneLine(content.subject, 250);
  return { subject, text: textOf(content, frame), html: htmlOf({ ...content, subject }, frame), attachments };
}

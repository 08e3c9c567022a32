import { createSignInLink, linkLifetimeMs } from '../db/workspace/sign-in-links';
import type { PersonId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { renderStaffInvitation } from '../mail';
import type { ActivityDeps } from './deps';
import { sendUntilSettled } from './sending';

/** Makes a link and mails it to somebody who was added to the desk; not where their access has ended meanwhile. */
export async function sendStaffInvitation(
  deps: ActivityDeps,
  { personId, by }: { personId: PersonId; by: PersonId },
  outboxId: number,
): Promise<void> {
  const member = await deps.db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .leftJoin('people as adder', (on) => on.on('adder.id', '=', by))
    .where('staff.personId', '=', personId)
    .where('staff.isActive', '=', true)
    .select(['people.name', 'people.email', 'staff.role', 'staff.language', 'adder.name as adderName'])
    .executeTakeFirst();
  if (!member?.email) return;
  const token = await createSignInLink(deps.db, personId, deps.clock.now());
  const { publicUrl, vendor, mailDomain } = deps.settings;
  const paths = portalPaths(publicUrl);
  const mail = renderStaffInvitation({
    language: member.language,
    recipient: { name: member.name ?? '' },
    role: member.role,
    addedBy: member.adderName === null ? null : { name: member.adderName },
    link: `${paths.signIn}?token=${token}`,
    expiresInMinutes: linkLifetimeMs / 60_000,
    signInPage: paths.signIn,
    vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
  });
  // The same row is sent under the same Message-ID, however often it is tried.
  const messageId = `<staff-invitation.${outboxId}@${mailDomain}>`;
  const result = await sendUntilSettled(deps.mailer, { to: member.email, messageId, ...mail });
  if (result.outcome === 'bounced') deps.logger.warn({ personId }, 'an invitation to the desk bounced');
}

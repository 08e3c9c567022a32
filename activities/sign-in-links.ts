import { createSignInLink, linkLifetimeMs } from '../db/workspace/sign-in-links';
import type { PersonId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { renderSignInLink } from '../mail';
import type { ActivityDeps } from './deps';
import { sendUntilSettled } from './sending';

/** Makes a link and mails it. The token exists from here on: in the mail, and as a hash in the database. `wish`: the same each time it is tried. */
export async function sendSignInLink(deps: ActivityDeps, personId: PersonId, wish: string): Promise<void> {
  const person = await deps.db
    .selectFrom('people')
    .leftJoin('memberships', 'memberships.personId', 'people.id')
    .leftJoin('staff', 'staff.personId', 'people.id')
    .leftJoin('delegates', 'delegates.personId', 'people.id')
    .select([
      'people.name',
      'people.email',
      'memberships.language as memberLanguage',
      'staff.language as staffLanguage',
      'delegates.language as delegateLanguage',
    ])
    .where('people.id', '=', personId)
    .executeTakeFirst();
  if (!person?.email) return;
  const token = await createSignInLink(deps.db, personId, deps.clock.now());
  const { publicUrl, vendor, mailDomain } = deps.settings;
  const paths = portalPaths(publicUrl);
  const mail = renderSignInLink({
    language: person.staffLanguage ?? person.memberLanguage ?? person.delegateLanguage ?? 'en',
    link: `${paths.signIn}?token=${token}`,
    expiresInMinutes: linkLifetimeMs / 60_000,
    recipient: { name: person.name ?? '' },
    vendor: { ...vendor, privacyNoticeUrl: paths.privacyNotice },
  });
  const messageId = `<sign-in.${wish}@${mailDomain}>`;
  const result = await sendUntilSettled(deps.mailer, { to: person.email, messageId, ...mail });
  if (result.outcome === 'bounced') deps.logger.warn({ personId }, 'a sign-in link bounced');
}

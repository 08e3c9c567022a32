import { inForce } from '../db/queries/delegations';
import { createSignInLink, linkLifetimeMs } from '../db/workspace/sign-in-links';
import type { DelegationId, PersonId } from '../domain/ids';
import { portalPaths } from '../domain/paths';
import { type RenderedMail, renderDelegateInvitation, renderDelegationChanged } from '../mail';
import type { DelegationInput } from '../mail/delegation';
import type { ActivityDeps } from './deps';
import { sendUntilSettled } from './sending';

interface Told {
  delegationId: DelegationId;
  personId: PersonId;
}

/** Makes a link and mails it with the invitation; not to somebody who confirmed, was removed, or whose delegation ended meanwhile. */
export async function sendDelegateInvitation(deps: ActivityDeps, told: Told, outboxId: number): Promise<void> {
  const now = deps.clock.now();
  const delegate = await inForce(deps.db, now)
    .innerJoin('delegates', 'delegates.delegationId', 'delegations.id')
    .innerJoin('people', 'people.id', 'delegates.personId')
    .where('delegations.id', '=', told.delegationId)
    .where('delegates.personId', '=', told.personId)
    .where('delegates.verifiedAt', 'is', null)
    .select(['people.name', 'people.email', 'delegates.language'])
    .executeTakeFirst();
  if (!delegate?.email) return;
  const token = await createSignInLink(deps.db, told.personId, now);
  const mail = renderDelegateInvitation({
    ...(await delegationOf(deps, told.delegationId)),
    language: delegate.language,
    recipient: { name: delegate.name ?? '' },
    link: `${portalPaths(deps.settings.publicUrl).signIn}?token=${token}`,
    expiresInMinutes: linkLifetimeMs / 60_000,
  });
  await send(deps, delegate.email, `delegate-invitation.${outboxId}`, mail, told);
}

/** Tells a signatory of a delegation that somebody else granted or revoked. */
export async function tellOfDelegation(
  deps: ActivityDeps,
  told: Told & { change: 'granted' | 'revoked' },
  outboxId: number,
): Promise<void> {
  const delegation = await delegationOf(deps, told.delegationId);
  const signatory = await deps.db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .where('memberships.developerId', '=', delegation.developerId)
    .where('memberships.personId', '=', told.personId)
    .where('memberships.role', '=', 'signatory')
    .select(['people.name', 'people.email', 'memberships.language'])
    .executeTakeFirst();
  if (!signatory?.email) return;
  const mail = renderDelegationChanged({
    ...delegation,
    change: told.change,
    language: signatory.language,
    recipient: { name: signatory.name ?? '' },
    link: portalPaths(deps.settings.publicUrl).developer(delegation.developerId),
  });
  await send(deps, signatory.email, `delegation-${told.change}.${outboxId}`, mail, told);
}

/** What both mails tell of it. */
async function delegationOf({ db, settings }: ActivityDeps, delegationId: DelegationId) {
  const row = await db
    .selectFrom('delegations')
    .innerJoin('developers', 'developers.id', 'delegations.developerId')
    .leftJoin('developerProfiles', 'developerProfiles.developerId', 'delegations.developerId')
    .where('delegations.id', '=', delegationId)
    .select(['delegations.developerId', 'agencyName', 'scopes', 'endsOn', 'timeZone', 'legalName'])
    .executeTakeFirstOrThrow();
  const { developerId, agencyName, scopes, endsOn, timeZone, legalName } = row;
  const vendor = { ...settings.vendor, privacyNoticeUrl: portalPaths(settings.publicUrl).privacyNotice };
  return {
    developerId,
    organisation: { name: legalName ?? developerId },
    agency: { name: agencyName },
    ...{ scopes, endsOn, timeZone, vendor },
  } satisfies Omit<DelegationInput, 'language' | 'recipient'> & { developerId: typeof developerId };
}

/** The same row is sent under the same Message-ID, however often it is tried. */
async function send(deps: ActivityDeps, to: string, about: string, mail: RenderedMail, told: Told): Promise<void> {
  const messageId = `<${about}@${deps.settings.mailDomain}>`;
  const result = await sendUntilSettled(deps.mailer, { to, messageId, ...mail });
  if (result.outcome === 'bounced') deps.logger.warn({ ...told, about }, 'a mail about a delegation bounced');
}

import { randomBytes } from 'node:crypto';
import type { ActivityDeps } from '../../activities/deps';
import { type DeveloperId, idFrom, type NoticeId } from '../../domain/ids';
import type { ContactRole } from '../../domain/permissions';
import { newDeveloperWithApp } from './new-developer';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));

/** A developer whose invitation is queued, with these contacts, who followed their links unless `isVerified` says otherwise. */
export async function invitedDeveloper(
  { db, transact }: Pick<ActivityDeps, 'db' | 'transact'>,
  contacts: Partial<Record<ContactRole, string>>,
  isVerified = true,
): Promise<{ developerId: DeveloperId; noticeId: NoticeId }> {
  const { developerId, appId } = await newDeveloperWithApp(transact);
  await db
    .insertInto('developerProfiles')
    .values({ developerId, legalName: 'Harbour Ltd.', accountManagerId: null, createdAt: new Date() })
    .execute();
  await db
    .insertInto('appProfiles')
    .values({ appId, developerId, name: 'Harbour Mirror', createdAt: new Date() })
    .execute();
  for (const [role, email] of Object.entries(contacts)) {
    const personId = id('per');
    await db
      .insertInto('people')
      .values({
        id: personId,
        name: `A ${role}`,
        email,
        emailNormalised: email,
        createdAt: new Date(),
        erasedAt: null,
      })
      .execute();
    await db
      .insertInto('memberships')
      .values({
        personId,
        developerId,
        role: role as ContactRole,
        language: 'en',
        isIntroducer: true,
        addedAt: new Date(),
        verifiedAt: isVerified ? new Date() : null,
      })
      .execute();
  }
  const notice = await db
    .selectFrom('notices')
    .select('id')
    .where('developerId', '=', developerId)
    .executeTakeFirstOrThrow();
  return { developerId, noticeId: notice.id };
}

import type { Database } from '../db/database';
import { leavesFrom } from '../db/workspace/leaves';
import type { Day } from '../domain/calendar/instant';
import type { DeveloperId, PersonId } from '../domain/ids';
import { gateTemplates, type NoticeAudience } from '../domain/lifecycle/notices';
import type { Language, Notice } from '../domain/lifecycle/state';
import type { StaffRole } from '../domain/permissions';
import { actingFor, reachedFor } from '../domain/staff/leave';

export interface Recipient {
  personId: PersonId;
  audience: NoticeAudience;
  name: string;
  email: string;
  language: Language;
}

const staffOf: Readonly<Partial<Record<NoticeAudience, StaffRole>>> = { am: 'am', lead: 'lead', compliance: 'legal' };

/**
 * Whom a notice goes to. What opens a gate goes to the signatories first and to the backup contact only when none of them could be
 * reached; everything else goes to its whole audience at once. Only verified addresses count as delivered, so only they are used.
 * `today` is the vendor's: for an account manager, a lead or legal who is away it goes to who stands in.
 */
export async function recipientsOf(
  db: Database,
  developerId: DeveloperId,
  notice: Pick<Notice, 'template' | 'audience'>,
  to: 'first' | 'backup',
  today: Day,
): Promise<Recipient[]> {
  const isGate = gateTemplates.includes(notice.template);
  if (to === 'backup' && !(isGate && notice.audience.includes('backup'))) return [];
  const audience =
    to === 'backup' ? (['backup'] as const) : notice.audience.filter((one) => !(isGate && one === 'backup'));
  const found = [...(await contacts(db, developerId, audience)), ...(await staff(db, developerId, audience, today))];
  return [...new Map(found.map((recipient) => [recipient.personId, recipient])).values()];
}

async function contacts(
  db: Database,
  developerId: DeveloperId,
  audience: readonly NoticeAudience[],
): Promise<Recipient[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.personId')
    .select(['people.id as personId', 'people.name', 'people.email', 'memberships.role', 'memberships.language'])
    .where('memberships.developerId', '=', developerId)
    .where('memberships.verifiedAt', 'is not', null)
    .where('people.email', 'is not', null)
    .orderBy('memberships.addedAt')
    .execute();
  return rows
    .filter((row) => audience.includes(row.role))
    .map((row) => ({
      personId: row.personId,
      audience: row.role,
      name: row.name ?? '',
      email: row.email ?? '',
      language: row.language,
    }));
}

async function staff(
  db: Database,
  developerId: DeveloperId,
  audience: readonly NoticeAudience[],
  today: Day,
): Promise<Recipient[]> {
  const wanted = audience.filter((one) => staffOf[one] !== undefined);
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom('staff')
    .innerJoin('people', 'people.id', 'staff.personId')
    .select(['people.id as personId', 'people.name', 'people.email', 'staff.role', 'staff.language'])
    .where('staff.isActive', '=', true)
    .where('people.email', 'is not', null)
    .orderBy('staff.addedAt')
    .execute();
  const profile = await db
    .selectFrom('developerProfiles')
    .select('accountManagerId')
    .where('developerId', '=', developerId)
    .executeTakeFirst();
  const leaves = await leavesFrom(db, today);
  const manager = profile?.accountManagerId ? actingFor(profile.accountManagerId, leaves, today) : null;
  return wanted.flatMap((one) => {
    const reached = (role: StaffRole | undefined) => {
      const ofRole = rows.filter((row) => row.role === role);
      return reachedFor(ofRole, rows, leaves, today);
    };
    const own = one === 'am' ? rows.filter((row) => row.personId === manager) : reached(staffOf[one]);
    // Nobody of that role: the leads hear of it, rather than nobody.
    const chosen = own.length > 0 ? own : reached('lead');
    return chosen.map((row) => ({
      personId: row.personId,
      audience: one,
      name: row.name ?? '',
      email: row.email ?? '',
      language: row.language,
    }));
  });
}

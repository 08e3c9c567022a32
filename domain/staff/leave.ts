import type { Day } from '../calendar/instant';
import { AvowError } from '../errors';
import type { LeaveId, PersonId } from '../ids';
import type { StaffRole } from '../permissions';

/** Somebody of the vendor's is away from one day to another, both counted in the vendor's zone; another looks after their developers. */
export interface Leave {
  id: LeaveId;
  personId: PersonId;
  fromOn: Day;
  untilOn: Day;
  standInId: PersonId;
}

/** Who looks after a person's developers on a day: the person, or who stands in for them; null when all of these are away. */
export function actingFor(personId: PersonId, leaves: readonly Leave[], today: Day): PersonId | null {
  const asked = new Set<PersonId>();
  for (let one = personId; !asked.has(one); ) {
    asked.add(one);
    const leave = leaves.find((row) => row.personId === one && isOn(row, today));
    if (!leave) return one;
    one = leave.standInId;
  }
  return null;
}

/**
 * Who of everybody hears on a day what a group is told: each of it, or who stands in for them. The group itself where none of these is
 * there: a mail that waits for somebody's return is better than none.
 */
export function reachedFor<Person extends { personId: PersonId }>(
  group: readonly Person[],
  everybody: readonly Person[],
  leaves: readonly Leave[],
  today: Day,
): readonly Person[] {
  const acting = group.map(({ personId }) => actingFor(personId, leaves, today));
  const there = everybody.filter(({ personId }) => acting.includes(personId));
  return there.length > 0 ? there : group;
}

/** Whose developers a person looks after on a day: their own, and those of everybody they stand in for. */
export function lookedAfterBy(personId: PersonId, leaves: readonly Leave[], today: Day): PersonId[] {
  const others = new Set(leaves.map((leave) => leave.personId));
  others.delete(personId);
  return [personId, ...[...others].filter((other) => actingFor(other, leaves, today) === personId)];
}

/** Who enters and ends everybody's leaves; account managers do so with their own. */
export const leaveKeepers: readonly StaffRole[] = ['lead', 'admin'];

/** Throws access.forbidden when this person may not enter or end a leave of that one. */
export function refuseForeignLeave(by: { personId: PersonId; role: StaffRole | null }, ofWhom: PersonId): void {
  if (by.personId === ofWhom || (by.role !== null && leaveKeepers.includes(by.role))) return;
  throw new AvowError(
    'access.forbidden',
    'Account managers enter their own leave. Ask a lead to enter that of others.',
  );
}

/** Throws when a leave cannot be entered beside those that are known: request.invalid, leave.overlaps, leave.stand-in-away. */
export function judgeLeave(leave: Leave, known: readonly Leave[], today: Day): void {
  if (leave.untilOn < leave.fromOn) throw wrong('/untilOn', 'Say a last day that is not before the first.');
  if (leave.untilOn < today) throw wrong('/untilOn', 'Say days that are not over yet.');
  if (leave.standInId === leave.personId)
    throw wrong('/standInId', 'Name somebody else who looks after the developers.');
  const meanwhile = known.filter((one) => one.fromOn <= leave.untilOn && leave.fromOn <= one.untilOn);
  if (meanwhile.some((one) => one.personId === leave.personId))
    throw new AvowError('leave.overlaps', 'This person is away on some of these days already. End that leave first.');
  if (meanwhile.some((one) => one.personId === leave.standInId))
    throw new AvowError(
      'leave.stand-in-away',
      'Who should stand in is away on some of these days. Name somebody else.',
      [{ path: '/standInId', message: 'is away' }],
    );
  if (meanwhile.some((one) => one.standInId === leave.personId))
    throw new AvowError(
      'leave.stand-in-away',
      'This person stands in for somebody on some of these days. Give that to somebody else first.',
      [{ path: '/fromOn', message: 'stands in for somebody' }],
    );
}

const isOn = ({ fromOn, untilOn }: Leave, day: Day) => fromOn <= day && day <= untilOn;

function wrong(path: string, message: string): AvowError {
  return new AvowError('request.invalid', message, [{ path, message }]);
}

import type { PersonId } from '../../domain/ids';
import { actingFor, judgeLeave, type Leave, lookedAfterBy, reachedFor } from '../../domain/staff/leave';

const [ada, ben, cleo]: [PersonId, PersonId, PersonId] = ['per_ada1', 'per_ben1', 'per_cleo'];
const today = '2026-11-23';
let count = 0;

function leave(personId: PersonId, standInId: PersonId, fromOn = today, untilOn = '2026-11-27'): Leave {
  count += 1;
  return { id: `lve_${String(count).padStart(4, '0')}`, personId, standInId, fromOn, untilOn };
}

describe('somebody who is away', () => {
  it('is stood in for on the first and on the last day, not before and not after', () => {
    const leaves = [leave(ada, ben)];
    const days = ['2026-11-22', '2026-11-23', '2026-11-27', '2026-11-28'];
    expect(days.map((day) => actingFor(ada, leaves, day))).toEqual([ada, ben, ben, ada]);
    expect(days.map((day) => lookedAfterBy(ben, leaves, day))).toEqual([[ben], [ben, ada], [ben, ada], [ben]]);
    expect(lookedAfterBy(cleo, leaves, today)).toEqual([cleo]);
  });

  it('is stood in for by the stand-in of the stand-in', () => {
    const leaves = [leave(ada, ben), leave(ben, cleo)];
    expect(actingFor(ada, leaves, today)).toBe(cleo);
    expect(lookedAfterBy(cleo, leaves, today)).toEqual([cleo, ada, ben]);
  });

  it('is stood in for by nobody when all of them are away', () => {
    expect(actingFor(ada, [leave(ada, ben), leave(ben, ada)], today)).toBeNull();
  });
});

describe('a group of people', () => {
  const [isAda, isBen, isCleo] = [{ personId: ada }, { personId: ben }, { personId: cleo }];
  const reached = (...leaves: Leave[]) => reachedFor([isAda, isBen], [isAda, isBen, isCleo], leaves, today);

  it('is told itself while everybody is there', () => {
    expect(reached()).toEqual([isAda, isBen]);
  });

  it('is told with who stands in for whoever is away, each once', () => {
    expect(reached(leave(ada, cleo))).toEqual([isBen, isCleo]);
    expect(reached(leave(ada, ben))).toEqual([isBen]);
  });

  it('is told all the same where neither it nor a stand-in is there', () => {
    expect(reached(leave(ada, ben), leave(ben, ada))).toEqual([isAda, isBen]);
    expect(reachedFor([isAda], [isAda], [leave(ada, cleo)], today)).toEqual([isAda]);
  });
});

describe('a leave', () => {
  const known = [leave(ada, ben, '2026-12-01', '2026-12-10')];

  it('may lie beside others', () => {
    for (const fine of [
      leave(ada, ben, '2026-12-11', '2026-12-12'),
      leave(ben, cleo, '2026-11-23', '2026-11-30'),
      leave(cleo, ben, '2026-12-01', '2026-12-10'),
    ])
      expect(() => judgeLeave(fine, known, today)).not.toThrow();
  });

  it.each([
    ['ends before it begins', leave(cleo, ben, '2026-12-02', '2026-12-01'), 'request.invalid'],
    ['is over', leave(cleo, ben, '2026-11-01', '2026-11-22'), 'request.invalid'],
    ['is stood in for by oneself', leave(cleo, cleo), 'request.invalid'],
    ['meets another of the same person', leave(ada, cleo, '2026-12-10', '2026-12-11'), 'leave.overlaps'],
    ['names a stand-in who is away', leave(cleo, ada, '2026-11-30', '2026-12-01'), 'leave.stand-in-away'],
    ['is of somebody who stands in', leave(ben, cleo, '2026-12-10', '2026-12-20'), 'leave.stand-in-away'],
  ])('is refused when it %s', (_what, refused, code) => {
    expect(() => judgeLeave(refused, known, today)).toThrow(expect.objectContaining({ code }));
  });
});

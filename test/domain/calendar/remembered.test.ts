import { remembered } from '../../../domain/calendar/remembered';

function counted<Answer>(answer: (first: number, second: string) => Answer) {
  const asked: string[] = [];
  const known = remembered((first: number, second: string) => {
    asked.push(`${first} ${second}`);
    return answer(first, second);
  });
  return { asked, known };
}

describe('what is remembered', () => {
  it('is worked out once for the same things, and anew for others', () => {
    const { asked, known } = counted((first, second) => `${second}${first}`);
    expect([known(1, 'a'), known(1, 'b'), known(2, 'a'), known(1, 'a'), known(1, 'b')]).toEqual([
      'a1',
      'b1',
      'a2',
      'a1',
      'b1',
    ]);
    expect(asked).toEqual(['1 a', '1 b', '2 a']);
  });

  it('tells what comes first from what comes after it', () => {
    const joined = remembered((...days: string[]) => days.join('|'));
    expect([joined('a', 'b c'), joined('a b', 'c'), joined('a', 'b', 'd')]).toEqual(['a|b c', 'a b|c', 'a|b|d']);
  });

  it('keeps no answer that was refused', () => {
    let isThere = false;
    const { known } = counted(() => {
      if (!isThere) throw new RangeError('no such zone');
      return 'now it is';
    });
    expect(() => known(1, 'Nowhere')).toThrow('no such zone');
    isThere = true;
    expect(known(1, 'Nowhere')).toBe('now it is');
  });

  it('does not grow without end', () => {
    const { asked, known } = counted((first) => first);
    for (let first = 0; first < 25_000; first += 1) known(first, 'a');
    const before = asked.length;
    expect(known(0, 'a')).toBe(0);
    expect(asked).toHaveLength(before + 1);
  });
});

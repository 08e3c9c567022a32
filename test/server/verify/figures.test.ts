import { verdictCodes } from '../../../domain/keys/verdict';
import { checksByCode, type Figures, summed } from '../../../server/verify/figures';

const one: Figures = {
  checks: verdictCodes.map((_, place) => place),
  isReady: true,
  ageSeconds: 0.1,
  isStale: false,
  lagSeconds: 0.2,
  position: 20,
  keys: 5,
  apps: 3,
  readers: 1,
  memoryBytes: 100,
};

describe('the figures of processes that share a port', () => {
  it('are added up where they count, and are those of the worst off elsewhere', () => {
    const other = { ...one, isReady: false, ageSeconds: 3, isStale: true, lagSeconds: 0.1, position: 10, keys: 4 };
    const both = summed([one, other]);
    expect(both).toEqual({
      checks: verdictCodes.map((_, place) => place * 2),
      isReady: false,
      ageSeconds: 3,
      isStale: true,
      lagSeconds: 0.2,
      position: 10,
      keys: 4,
      apps: 3,
      readers: 2,
      memoryBytes: 200,
    });
    expect(checksByCode(both)).toContainEqual(['REVOKED', verdictCodes.indexOf('REVOKED') * 2]);
  });

  it('of one process are its own', () => {
    expect(summed([one])).toEqual(one);
  });
});

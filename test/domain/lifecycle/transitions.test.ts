import * as fc from 'fast-check';
import { requirementTransitions, standingTransitions } from '../../../domain/lifecycle/transitions';
import { loadDecider } from './decider';
import { lives, simulate } from './simulation';

/** Lives after which a change that was not seen counts as one that never happens. */
const most = 6000;

describe('the tables of changes', () => {
  const standings = new Map<string, Set<string>>();
  const requirements = new Map<string, Set<string>>();
  const isEachSeen = () =>
    standingTransitions.every(({ from, to, because }) => standings.get(`${from} → ${to}`)?.has(because)) &&
    requirementTransitions.every(({ from, to }) => requirements.has(`${from} → ${to}`));

  beforeAll(() => {
    const decider = loadDecider();
    let lived = 0;
    for (const life of fc.sample(lives, { numRuns: most, seed: 20_261_126 })) {
      // The rare ones need many lives: on until each was seen, and some more in which to meet one that is not listed.
      if (lived >= 400 && lived % 100 === 0 && isEachSeen()) break;
      lived += 1;
      for (const step of simulate(decider, life).steps) {
        const types = step.decisions.map((decision) => decision.type);
        for (const app of step.after.apps) {
          const before = step.before?.apps.find((row) => row.id === app.id);
          if (before?.standing !== app.standing) note(standings, before?.standing, app.standing, types);
        }
        for (const row of step.after.requirements) {
          const before = step.before?.requirements.find((known) => known.id === row.id);
          if (before?.state !== row.state) note(requirements, before?.state, row.state, types);
        }
      }
    }
  }, 600_000);

  it('list every change of standing that happens, and nothing that never does', () => {
    expect([...standings.keys()].sort()).toEqual(listed(standingTransitions));
  });

  it('list every change of a requirement that happens, and nothing that never does', () => {
    expect([...requirements.keys()].sort()).toEqual(listed(requirementTransitions));
  });

  it('name a decision that is there when the change happens', () => {
    for (const { from, to, because } of standingTransitions) {
      expect([from, to, standings.get(`${from} → ${to}`)?.has(because)]).toEqual([from, to, true]);
    }
  });
});

function note(seen: Map<string, Set<string>>, from: string | undefined, to: string, types: string[]): void {
  const key = `${from ?? 'none'} → ${to}`;
  const known = seen.get(key) ?? new Set();
  for (const type of types) known.add(type);
  seen.set(key, known);
}

function listed(transitions: readonly { from: string; to: string }[]): string[] {
  return [...new Set(transitions.map(({ from, to }) => `${from} → ${to}`))].sort();
}

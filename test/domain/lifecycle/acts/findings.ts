import { isOpenFinding } from '../../../../domain/lifecycle/findings';
import { marker } from '../outcomes';
import { happen } from '../simulation';
import { type Act, type Moment, signatory, staff } from './act';

/** The vendor finds things, the developer answers, the vendor decides or takes them back. */
export const findings = {
  'raise-finding': { weight: 4, act: raise },
  'raise-findings': {
    weight: 1,
    act: (moment) => {
      raise(moment);
      raise(moment);
    },
  },
  'answer-finding': {
    weight: 4,
    act: ({ world, state, envelope }) => {
      const findingId = world.chance.one(state.findings)?.id ?? 'fnd_none';
      const evidence = [`https://curie.example/${marker}`];
      happen(world, { ...envelope(), type: 'finding.answered', actor: signatory, findingId, answer: marker, evidence });
    },
  },
  'decide-finding': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const findingId = world.chance.one(state.findings.filter(isOpenFinding))?.id ?? 'fnd_none';
      const actor = world.chance.next() < 0.3 ? ({ kind: 'system', id: 'watcher' } as const) : staff('per_first');
      const outcome = world.chance.next() < 0.6 ? 'cured' : 'not-cured';
      happen(world, { ...envelope(), type: 'finding.decided', actor, findingId, outcome, reason: marker });
    },
  },
  'withdraw-finding': {
    weight: 1,
    act: ({ world, state, envelope }) => {
      const findingId = world.chance.one(state.findings)?.id ?? 'fnd_none';
      if (world.chance.next() < 0.6)
        happen(world, {
          ...envelope(),
          type: 'finding.withdrawn',
          actor: staff('per_first'),
          findingId,
          reason: marker,
        });
    },
  },
} as const satisfies Record<string, Act>;

function raise({ world, appId, envelope }: Moment): void {
  const [obligation, clause] = world.chance.one([
    ['law', '3.1'],
    ['notice', '3.2'],
    ['rights', '3.4'],
  ] as const) ?? ['law', '3.1'];
  const actor = world.chance.next() < 0.3 ? ({ kind: 'system', id: 'watcher' } as const) : staff('per_first');
  happen(world, {
    ...envelope(),
    type: 'finding.raised',
    actor,
    appId,
    obligation,
    clause,
    facts: marker,
    evidence: [marker],
  });
}

import { type Act, momentOf } from './acts/act';
import { appeals } from './acts/appeals';
import { apps } from './acts/apps';
import { campaigns } from './acts/campaigns';
import { decided } from './acts/decided';
import { enforcement } from './acts/enforcement';
import { exemptions } from './acts/exemptions';
import { findings } from './acts/findings';
import { keys } from './acts/keys';
import { nonsense } from './acts/nonsense';
import { signing } from './acts/signing';
import { terms } from './acts/terms';
import { vendor } from './acts/vendor';
import type { World } from './simulation';

/** Everything that people do; a file of `acts/` for each kind of thing. */
const acts = {
  nothing: { weight: 4, act: () => undefined },
  ...signing,
  ...exemptions,
  ...appeals,
  ...keys,
  ...findings,
  ...apps,
  ...vendor,
  ...enforcement,
  ...decided,
  ...campaigns,
  ...terms,
  ...nonsense,
} as const satisfies Record<string, Act>;

export type ActKind = keyof typeof acts;

const byKind: Readonly<Record<ActKind, Act>> = acts;

/** What people do, as often as its weight says. */
export const actKinds: readonly ActKind[] = (Object.keys(acts) as ActKind[]).flatMap((kind) =>
  Array.from({ length: byKind[kind].weight }, () => kind),
);

/** Lets people do something now. */
export function act(world: World, kind: ActKind): void {
  if (world.state) byKind[kind].act(momentOf(world, world.state));
}

/** True for what somebody who neglects the obligations seldom does. */
export function isRareInNeglect(kind: ActKind): boolean {
  return byKind[kind].isRareInNeglect ?? false;
}

import type { AppFacts, KeyFactsRow } from '../../db/queries/verify';
import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import type { AppId } from '../../domain/ids';
import { type KeyFacts, toldFromAt, type Verdict, verdictOf } from '../../domain/keys/verdict';
import { AppTable } from './app-table';
import { KeyTable } from './key-table';

/** What one process knows of all keys. It asks nobody: whoever follows the record brings it the facts. */
export class Knowledge {
  readonly keys: KeyTable;
  readonly apps: AppTable;

  constructor(
    size: { keys: number; apps: number },
    private readonly isEmbedded: boolean,
  ) {
    this.keys = new KeyTable(size.keys);
    this.apps = new AppTable(size.apps);
  }

  /** Takes the whole present facts of some apps; answers the entries whose answer changed by it. */
  learn(apps: readonly AppFacts[], rows: readonly KeyFactsRow[]): number[] {
    const placeOf = this.#placesOf(rows);
    const known = new Set(placeOf.values());
    const changedApps = new Set<number>();
    const withKeys = new Set(rows.map((row) => row.appId));
    for (const facts of apps) {
      if (!withKeys.has(facts.appId)) continue;
      const place = placeOf.get(facts.appId);
      if (place === undefined) placeOf.set(facts.appId, this.apps.add(facts));
      else if (this.apps.set(place, facts)) changedApps.add(place);
    }
    const changed: number[] = [];
    const present = new Set<number>();
    const grew = new Set<number>();
    for (const row of rows) {
      const app = placeOf.get(row.appId);
      if (app === undefined) continue;
      const entry = this.keys.findHex(row.hash);
      if (entry < 0) {
        const added = this.keys.add(row.hash, row.keyId, app, row);
        present.add(added);
        changed.push(added);
        if (known.has(app)) grew.add(app);
      } else {
        present.add(entry);
        if (this.keys.set(entry, row) || changedApps.has(app)) changed.push(entry);
      }
    }
    return [...changed, ...this.#forgetReplaced(grew, present)];
  }

  /** The verdict on an entry at this moment of wall time. */
  verdict(entry: number, wall: Instant): Verdict {
    return verdictOf(this.facts(entry), this.#obligationTime(entry, wall), rememberedToldFrom);
  }

  facts(entry: number): KeyFacts {
    const { keys, apps } = this;
    const app = keys.app(entry);
    return {
      environment: keys.environment(entry),
      state: keys.state(entry),
      expiresAt: keys.expiresAt(entry),
      standing: apps.standing(app),
      suspensions: apps.suspensions(app),
      dueOn: apps.dueOn(app),
      findingDueOn: apps.findingDueOn(app),
      timeZone: apps.timeZone(app),
    };
  }

  /** When a rolled key ends, in wall time. */
  endsAt(entry: number): Instant | null {
    const expiresAt = this.keys.expiresAt(entry);
    return expiresAt === null ? null : expiresAt - this.#offset(entry);
  }

  /** Definition 3: wall time plus the developer's stored offset. Decisions of the past only move the clock where a wall clock went back. */
  #obligationTime(entry: number, wall: Instant): Instant {
    return wall + this.#offset(entry);
  }

  #offset(entry: number): number {
    return this.isEmbedded ? this.apps.offsetMs(this.keys.app(entry)) : 0;
  }

  #placesOf(rows: readonly KeyFactsRow[]): Map<AppId, number> {
    const places = new Map<AppId, number>();
    for (const row of rows) {
      const entry = this.keys.findHex(row.hash);
      if (entry >= 0) places.set(row.appId, this.keys.app(entry));
    }
    return places;
  }

  /** Where an app got a new text, an old one may have been replaced by it. */
  #forgetReplaced(grew: ReadonlySet<number>, present: ReadonlySet<number>): number[] {
    if (grew.size === 0) return [];
    const replaced = this.keys.ofApps(grew).filter((entry) => !present.has(entry) && !this.keys.isGone(entry));
    for (const entry of replaced) this.keys.forget(entry);
    return replaced;
  }
}

/** Few days and few zones: each pair is reckoned once. */
const toldFrom = new Map<TimeZone, Map<Day, Instant>>();
const mostDays = 10_000;

function rememberedToldFrom(dueOn: Day, timeZone: TimeZone): Instant {
  let inZone = toldFrom.get(timeZone);
  if (inZone === undefined || inZone.size > mostDays) toldFrom.set(timeZone, (inZone = new Map()));
  let at = inZone.get(dueOn);
  if (at === undefined) inZone.set(dueOn, (at = toldFromAt(dueOn, timeZone)));
  return at;
}

import type { AppFacts } from '../../db/queries/verify';
import type { Day, TimeZone } from '../../domain/calendar/instant';
import type { AppId, DeveloperId } from '../../domain/ids';
import type { SuspensionClass } from '../../domain/lifecycle/state';
import { standings } from '../../domain/lifecycle/state';
import { type SdkProductSlug, sdkProducts } from '../../domain/products';
import { PackedIds } from './packed-ids';
import { PackedTexts } from './packed-texts';

const classes: readonly SuspensionClass[] = ['obligation', 'finding', 'account-manager', 'legal', 'developer'];
/** Which classes are open, by the bits of a number: lists that are shared, never made for a check. */
const suspensionsOf = Array.from({ length: 1 << classes.length }, (_, bits) =>
  classes.filter((_class, place) => bits & (1 << place)),
);

const dayMs = 86_400_000;

/** The facts of apps, in columns: a few bytes each. */
export class AppTable {
  size = 0;
  #capacity: number;
  readonly ids: PackedIds;
  readonly developerIds: PackedIds;
  readonly names: PackedTexts;
  #standings: Uint8Array;
  #products: Uint8Array;
  #suspensions: Uint8Array;
  /** Days since 1970, and 0 for none. */
  #dueOn: Uint16Array;
  #timeZones: Uint16Array;
  readonly #zones: TimeZone[] = [];
  readonly #placeOfZone = new Map<TimeZone, number>();
  /** Few apps have an open finding. */
  readonly #findingDueOn = new Map<number, Day>();
  /** Only in the embedded mode. */
  readonly #offsets = new Map<number, number>();

  constructor(capacity: number) {
    this.#capacity = Math.max(16, capacity);
    this.ids = new PackedIds('app', this.#capacity);
    this.developerIds = new PackedIds('dev', this.#capacity);
    this.names = new PackedTexts(this.#capacity);
    this.#standings = new Uint8Array(this.#capacity);
    this.#products = new Uint8Array(this.#capacity);
    this.#suspensions = new Uint8Array(this.#capacity);
    this.#dueOn = new Uint16Array(this.#capacity);
    this.#timeZones = new Uint16Array(this.#capacity);
  }

  add(facts: AppFacts): number {
    if (this.size === this.#capacity) this.#grow();
    const place = this.size;
    this.size += 1;
    this.ids.set(place, facts.appId);
    this.developerIds.set(place, facts.developerId);
    this.set(place, facts);
    return place;
  }

  /** Whether anything changed. The app and its developer stay who they are. */
  set(place: number, facts: AppFacts): boolean {
    let suspensions = 0;
    for (const one of facts.suspensions) suspensions |= 1 << classes.indexOf(one);
    const dueOn = facts.dueOn === null ? 0 : daysOf(facts.dueOn);
    let changes = 0;
    changes += put(this.#standings, place, standings.indexOf(facts.standing));
    changes += put(this.#products, place, sdkProducts.indexOf(facts.sdkProduct));
    changes += put(this.#suspensions, place, suspensions);
    changes += put(this.#dueOn, place, dueOn);
    changes += put(this.#timeZones, place, this.#zone(facts.timeZone));
    changes += Number(this.names.set(place, facts.name));
    changes += Number(this.offsetMs(place) !== facts.offsetMs);
    changes += Number(this.findingDueOn(place) !== facts.findingDueOn);
    if (facts.offsetMs === 0) this.#offsets.delete(place);
    else this.#offsets.set(place, facts.offsetMs);
    if (facts.findingDueOn === null) this.#findingDueOn.delete(place);
    else this.#findingDueOn.set(place, facts.findingDueOn);
    return changes > 0;
  }

  id(place: number): AppId {
    return this.ids.get(place) as AppId;
  }

  developerId(place: number): DeveloperId {
    return this.developerIds.get(place) as DeveloperId;
  }

  standing(place: number): AppFacts['standing'] {
    return standings[this.#standings[place] ?? 0] ?? 'onboarding';
  }

  sdkProduct(place: number): SdkProductSlug {
    return sdkProducts[this.#products[place] ?? 0] as SdkProductSlug;
  }

  suspensions(place: number): readonly SuspensionClass[] {
    return suspensionsOf[this.#suspensions[place] ?? 0] ?? [];
  }

  dueOn(place: number): Day | null {
    const days = this.#dueOn[place] ?? 0;
    return days === 0 ? null : dayText(days);
  }

  findingDueOn(place: number): Day | null {
    return this.#findingDueOn.size === 0 ? null : (this.#findingDueOn.get(place) ?? null);
  }

  timeZone(place: number): TimeZone {
    return this.#zones[this.#timeZones[place] ?? 0] ?? 'UTC';
  }

  offsetMs(place: number): number {
    return this.#offsets.size === 0 ? 0 : (this.#offsets.get(place) ?? 0);
  }

  #zone(timeZone: TimeZone): number {
    const known = this.#placeOfZone.get(timeZone);
    if (known !== undefined) return known;
    this.#zones.push(timeZone);
    this.#placeOfZone.set(timeZone, this.#zones.length - 1);
    return this.#zones.length - 1;
  }

  #grow(): void {
    this.#capacity = Math.ceil(this.#capacity * 1.25) + 16;
    this.ids.reserve(this.#capacity);
    this.developerIds.reserve(this.#capacity);
    this.names.reserve(this.#capacity);
    this.#standings = grown(this.#standings, new Uint8Array(this.#capacity));
    this.#products = grown(this.#products, new Uint8Array(this.#capacity));
    this.#suspensions = grown(this.#suspensions, new Uint8Array(this.#capacity));
    this.#dueOn = grown(this.#dueOn, new Uint16Array(this.#capacity));
    this.#timeZones = grown(this.#timeZones, new Uint16Array(this.#capacity));
  }
}

/** How many changed: one or none. */
function put(column: Uint8Array | Uint16Array, place: number, value: number): 0 | 1 {
  if (column[place] === value) return 0;
  column[place] = value;
  return 1;
}

/** A column with more room, with what the former one held. */
export function grown<Column extends Uint8Array | Uint16Array | Uint32Array>(former: Column, column: Column): Column {
  column.set(former);
  return column;
}

/** Days are asked for again and again, and there are few of them. */
const dayTexts = new Map<number, Day>();
const daysOfTexts = new Map<Day, number>();

function daysOf(day: Day): number {
  let days = daysOfTexts.get(day);
  if (days === undefined) daysOfTexts.set(day, (days = Math.round(Date.parse(day) / dayMs)));
  return days;
}

function dayText(days: number): Day {
  let text = dayTexts.get(days);
  if (text === undefined) {
    text = new Date(days * dayMs).toISOString().slice(0, 10);
    dayTexts.set(days, text);
  }
  return text;
}

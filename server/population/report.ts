import type { Day, Instant, TimeZone } from '../../domain/calendar/instant';
import type { Language } from '../../domain/lifecycle/state';
import { type Standing, standings } from '../../domain/lifecycle/state';
import { type UnattestedBecause, unattestedBecause } from '../../domain/population/unattested';
import { hoursOf, type StoodThen } from './read';

/** So many apps are named; the CSV names all. */
export const mostNamed = 200;

export interface NamedApp {
  developer: string;
  app: string;
  standing: Standing;
  hours: number;
  because: UnattestedBecause[];
}

/** All that the paper says of the population on a day. */
export interface PopulationReport {
  language: Language;
  vendor: string;
  on: Day;
  timeZone: TimeZone;
  madeAt: Instant;
  developers: number;
  apps: number;
  liveKeys: number;
  byStanding: Record<Standing, number>;
  /** Hours in which live keys of an app ran un-attested, by reason. */
  byReason: Record<UnattestedBecause, number>;
  /** Those with most of these hours, most first. */
  named: NamedApp[];
  /** How many more have some. */
  unnamed: number;
}

/** Makes the report's figures from the population. Only the apps it names are kept. */
export async function reportOf(
  population: AsyncIterable<StoodThen[]>,
  head: Pick<PopulationReport, 'language' | 'vendor' | 'on' | 'timeZone' | 'madeAt'>,
): Promise<PopulationReport> {
  const developers = new Set<string>();
  const byStanding = Object.fromEntries(standings.map((one) => [one, 0])) as Record<Standing, number>;
  const byReason = Object.fromEntries(unattestedBecause.map((one) => [one, 0])) as Record<UnattestedBecause, number>;
  let [apps, liveKeys, running] = [0, 0, 0];
  let named: NamedApp[] = [];
  for await (const some of population) {
    for (const app of some) {
      apps += 1;
      developers.add(app.developerId);
      liveKeys += app.moment.liveKeys;
      byStanding[app.moment.standing] += 1;
      for (const stretch of app.stretches) byReason[stretch.because] += hoursOf(stretch);
      if (app.stretches.length === 0) continue;
      running += 1;
      named.push(nameOf(app));
    }
    named = named.sort((one, other) => other.hours - one.hours).slice(0, mostNamed);
  }
  return {
    ...head,
    developers: developers.size,
    apps,
    liveKeys,
    byStanding,
    byReason,
    named,
    unnamed: running - named.length,
  };
}

function nameOf(app: StoodThen): NamedApp {
  return {
    developer: app.legalName ?? app.developerId,
    app: app.appName ?? app.id,
    standing: app.moment.standing,
    hours: app.stretches.reduce((sum, stretch) => sum + hoursOf(stretch), 0),
    because: [...new Set(app.stretches.map(({ because }) => because))],
  };
}

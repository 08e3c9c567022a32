import { downloadPopulation, downloadPopulationReport } from '../../../api/records';
import type { Day, Instant } from '../../../domain/calendar/instant';
import { sdkVendor } from '../../../domain/products/sdk-vendor';
import type { ServerDeps } from '../../deps';
import { statementLines, unattestedLines } from '../../population/csv';
import { populationOn } from '../../population/read';
import { reportOf } from '../../population/report';
import { route } from '../../route';

export const downloadPopulationRoute = route(downloadPopulation, async ({ query: { on, part }, deps, now }) => {
  const population = populationIn(deps, on, now);
  return {
    mediaType: 'text/csv; charset=utf-8',
    name: `population-${on}-${part}.csv`,
    content: part === 'unattested' ? unattestedLines(population) : statementLines(population),
  };
});

export const downloadPopulationReportRoute = route(
  downloadPopulationReport,
  async ({ query: { on, language }, deps, now }) => {
    const { timeZone } = deps.lifecycle.terms.vendor;
    const head = { language, vendor: sdkVendor.name[language], on, timeZone, madeAt: now };
    const report = await reportOf(populationIn(deps, on, now), head);
    return {
      mediaType: 'application/pdf',
      name: `population-${on}.${language}.pdf`,
      content: await deps.renderPopulation(report),
    };
  },
);

function populationIn(deps: ServerDeps, on: Day, wall: Instant) {
  return populationOn(deps.db, on, { timeZone: deps.lifecycle.terms.vendor.timeZone, wall });
}

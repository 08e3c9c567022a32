import { datesIn } from '../../domain/calendar/dates';
import { standings } from '../../domain/lifecycle/state';
import { unattestedBecause } from '../../domain/population/unattested';
import { Sheet } from '../certificates/sheet';
import type { PopulationReport } from './report';
import { populationWords } from './words';

/** The report as a tagged PDF on A4. */
export async function renderPopulation(report: PopulationReport): Promise<Uint8Array> {
  const { language, timeZone, madeAt, vendor } = report;
  const words = populationWords(language);
  const dates = datesIn(language, timeZone);
  const title = words.title(dates.shortDay(report.on));
  const number = (value: number) => value.toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN');
  const hours = (value: number) => number(Math.round(value * 10) / 10);
  const sheet = new Sheet({ language, title, author: vendor, madeAt });
  sheet.letterhead(vendor, words.kind);
  sheet.title(title, words.subtitle(dates.zonedDay(report.on)));
  sheet.facts([
    { label: words.labels.developers, words: number(report.developers) },
    { label: words.labels.apps, words: number(report.apps) },
    { label: words.labels.liveKeys, words: number(report.liveKeys) },
  ]);
  sheet.heading(words.standingTitle);
  sheet.table(
    [words.columns.standing, words.columns.apps],
    standings.map((standing) => [words.standings[standing], number(report.byStanding[standing])]),
    [260],
  );
  sheet.heading(words.unattestedTitle);
  sheet.paragraph(words.unattestedWhat, { isSoft: true });
  sheet.table(
    [words.columns.because, words.columns.hours],
    unattestedBecause.map((because) => [words.because[because], hours(report.byReason[because])]),
    [360],
  );
  sheet.nextPage();
  sheet.heading(words.namedTitle);
  if (report.named.length === 0) sheet.paragraph(words.none);
  else {
    sheet.table(
      [words.columns.app, words.columns.standing, words.columns.hours, words.columns.because],
      report.named.map((app) => [
        { words: `${app.app}\n${app.developer}` },
        { words: words.standings[app.standing], isSmall: true },
        hours(app.hours),
        { words: app.because.map((because) => words.because[because]).join('\n'), isSmall: true },
      ]),
      [170, 75, 60],
    );
  }
  if (report.unnamed > 0) sheet.paragraph(words.more(number(report.unnamed)), { isSoft: true });
  return sheet.end(words.footer(dates.moment(madeAt)), words.pages);
}

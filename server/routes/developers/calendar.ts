import { downloadCalendar } from '../../../api/calendar';
import { deadlinesOf } from '../../../db/queries/deadlines';
import { developerTime } from '../../../db/queries/developer-time';
import { findApp } from '../../../db/queries/evidence';
import { namesToSign } from '../../../db/queries/submissions';
import { portalPaths } from '../../../domain/paths';
import { calendarOf } from '../../calendar/calendar';
import { calendarWords } from '../../calendar/words';
import { notFound } from '../../problems';
import { route } from '../../route';

export const downloadCalendarRoute = route(downloadCalendar, async ({ params, query, deps, now }) => {
  const { developerId } = params;
  const { appId } = query;
  if (appId !== undefined && !(await findApp(deps.db, developerId, appId))) throw notFound('app');
  const time = await developerTime(deps.db, deps.settings, developerId, now);
  const language = query.language ?? time.language;
  const content = calendarOf({
    deadlines: await deadlinesOf(deps.db, developerId, time.today, appId),
    organisation: (await namesToSign(deps.db, developerId)).organisation,
    language,
    url: portalPaths(deps.settings.publicUrl).developer(developerId),
    now: time.at,
  });
  return { mediaType: 'text/calendar; charset=utf-8', name: calendarWords(language).filename, content };
});

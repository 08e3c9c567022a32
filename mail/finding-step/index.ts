import {
  type Block,
  type Content,
  facts,
  heading,
  item,
  line,
  list,
  note,
  paragraph,
  strong,
  type Tone,
} from '../content';
import { clauseInFull, howToCure, whatWasFound } from '../finding';
import type { Notice } from '../notice';
import { act, appeal, appealOfSteps, appList, appsInShort, bindingDay, greeting, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { findingWords } from '../words/finding';
import { en } from './en';
import { zhCn } from './zh-cn';

type Step = keyof typeof en;

/** The last word before the live keys stop for a finding. */
export function findingFinal(notice: Notice): Content {
  const { dates, say, facts: told } = notice;
  const { suspendsNotBeforeAt, suspendsNotBeforeOn } = told;
  const day = suspendsNotBeforeOn && dates.shortDay(suspendsNotBeforeOn);
  const moment = suspendsNotBeforeAt === undefined ? day : dates.moment(suspendsNotBeforeAt);
  const when = [facts([[say.labels.suspends, moment && line`${strong(moment)}`]]), note(say.notBefore, 'warning')];
  return step(notice, 'final', 'serious', day, when);
}

/** The app is restricted for a finding: what still works, what does not, what follows. */
export function findingRestricted(notice: Notice): Content {
  const { dates, say, facts: told, now } = notice;
  const { suspendsNotBeforeOn } = told;
  const when = [
    facts([
      [say.labels.since, dates.moment(now)],
      [say.labels.suspends, suspendsNotBeforeOn && bindingDay(dates, suspendsNotBeforeOn)],
    ]),
    note(say.notBefore, 'warning'),
  ];
  return step(notice, 'restricted', 'warning', undefined, when);
}

/** The live keys are suspended for a finding: what happened, why, how they come back. */
export function findingSuspended(notice: Notice): Content {
  const { dates, say, now } = notice;
  const when = [facts([[say.labels.since, line`${strong(dates.moment(now))}`]])];
  return step(notice, 'suspended', 'serious', undefined, when);
}

function step(notice: Notice, name: Step, tone: Tone, day: string | undefined, when: readonly Block[]): Content {
  const { language, vendor, organisation, say } = notice;
  const words = inLanguage(language, en, zhCn)[name];
  const own = findingWords(language);
  return {
    subject: words.subject(appsInShort(notice), organisation, day),
    kind: words.kind,
    title: words.title(day),
    preview: words.preview(organisation),
    tone,
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      ...when,
      heading(say.theseApps),
      appList(notice),
      ...whatWasFound(notice),
      heading(words.meansHeading),
      list([item(words.stopsTitle, words.stops), item(words.staysTitle, words.stays)]),
      ...howToCure(notice),
      ...act(notice, own.answer),
      paragraph(own.cure),
      paragraph(own.alone),
      heading(own.clauseHeading),
      ...clauseInFull(notice),
      ...(name === 'final' ? appealOfSteps : appeal)(notice),
      ...whoToAsk(notice),
    ],
  };
}

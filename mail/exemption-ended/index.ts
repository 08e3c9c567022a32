import { type Block, type Content, facts, heading, note, paragraph, quote } from '../content';
import { exemptOf, jurisdictionOf } from '../exemption';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, due, greeting, nextSteps, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A legal exemption has ended: what it covered is asked again, by a day of its own. */
export function exemptionEnded(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { exemption, dueOn } = told;
  const isEarly = exemption?.reason !== undefined;
  const isAsked = notice.apps.some((app) => app.outstanding.some((one) => one.slug === exemption?.obligation));
  return {
    subject: words.subject(appsInShort(notice), organisation, isAsked && dueOn ? dates.shortDay(dueOn) : undefined),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(isEarly ? words.early(vendor.name) : words.what),
      facts([
        [words.itemLabel, exemptOf(notice)],
        [words.statuteLabel, exemption?.statute],
        [words.jurisdictionLabel, jurisdictionOf(notice)],
        [isEarly ? words.plannedLabel : words.lastDayLabel, exemption && dates.day(exemption.endsOn)],
        [words.endedLabel, isEarly ? dates.moment(notice.now) : undefined],
        [say.labels.due, isAsked && dueOn ? bindingDay(dates, dueOn) : undefined],
      ]),
      ...(exemption?.reason === undefined ? [] : [quote(exemption.reason, words.by(vendor.name))]),
      appList(notice, due(notice), outstanding(notice)),
      isAsked ? paragraph(words.next) : note(words.stated),
      ...act(notice, isAsked ? say.attest : say.open),
      ...(isAsked ? otherwise(notice) : []),
      ...whoToAsk(notice),
    ],
  };
}

/** What follows if nothing is attested. Where it is stated already nothing does. */
function otherwise(notice: Notice): Block[] {
  const { language, facts: told, say } = notice;
  const words = inLanguage(language, en, zhCn);
  return [
    heading(say.otherwise),
    ...(told.cycleKind === 'onboarding'
      ? [paragraph(words.otherwiseOnboarding)]
      : [paragraph(words.otherwise), ...nextSteps(notice)]),
  ];
}

import { type Content, facts, item, list, paragraph } from '../content';
import { exemptOf, jurisdictionOf } from '../exemption';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A legal exemption is about to end: when, and by when it has to be stated then. */
export function exemptionEnding(notice: Notice): Content {
  const { language, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { exemption, dueOn } = notice.facts;
  const endsOn = exemption?.endsOn;
  return {
    subject: words.subject(appsInShort(notice), organisation, endsOn && dates.shortDay(endsOn)),
    kind: words.kind,
    title: words.title(endsOn && dates.shortDay(endsOn)),
    preview: words.preview(organisation),
    tone: 'calm',
    blocks: [
      greeting(notice),
      paragraph(words.what),
      facts([
        [words.itemLabel, exemptOf(notice)],
        [words.statuteLabel, exemption?.statute],
        [words.jurisdictionLabel, jurisdictionOf(notice)],
        [words.endsLabel, endsOn && bindingDay(dates, endsOn)],
        [words.dueLabel, dueOn && bindingDay(dates, dueOn)],
      ]),
      appList(notice),
      paragraph(words.until),
      list([item(words.state), item(words.claim)]),
      ...act(notice, say.open),
    ],
  };
}

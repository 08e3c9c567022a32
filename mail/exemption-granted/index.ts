import { type Content, facts, note, paragraph } from '../content';
import { exemptOf, jurisdictionOf } from '../exemption';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, greeting } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A legal exemption is granted: from what, by which law, and until when. */
export function exemptionGranted(notice: Notice): Content {
  const { language, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const { exemption } = notice.facts;
  const endsOn = exemption?.endsOn;
  const isShorter = exemption !== undefined && exemption.endsOn < exemption.askedUntilOn;
  return {
    subject: words.subject(appsInShort(notice), organisation, endsOn && dates.shortDay(endsOn)),
    kind: words.kind,
    title: words.title(endsOn && dates.shortDay(endsOn)),
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.itemLabel, exemptOf(notice)],
        [words.statuteLabel, exemption?.statute],
        [words.jurisdictionLabel, jurisdictionOf(notice)],
        [words.askedLabel, isShorter ? dates.day(exemption.askedUntilOn) : undefined],
        [words.endsLabel, endsOn && bindingDay(dates, endsOn)],
      ]),
      ...(isShorter ? [note(words.shorter)] : []),
      appList(notice),
      paragraph(words.afterwards),
      paragraph(words.changes),
      ...act(notice, say.open),
    ],
  };
}

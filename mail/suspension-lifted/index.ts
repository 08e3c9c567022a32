import { button, type Content, facts, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import { appList, appsInShort, greeting, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** People lifted a suspension: why, and whether the keys work again. */
export function suspensionLifted(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.lift) throw new RangeError('a mail about a lifted suspension needs facts.lift');
  const words = inLanguage(language, en, zhCn);
  const { isRestored, reason } = told.lift;
  const isOwed = told.lift.class === 'obligation' || told.lift.class === 'finding';
  return {
    subject: words.subject(appsInShort(notice), organisation, isRestored),
    kind: words.kind,
    title: words.title(isRestored),
    preview: words.preview(organisation),
    tone: isRestored ? 'good' : 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.liftedLabel, dates.moment(notice.now)],
        [words.classLabel, words.classes[told.lift.class]],
      ]),
      quote(reason, words.by(vendor.name)),
      appList(notice, ...(isOwed ? [outstanding(notice)] : [])),
      paragraph(isRestored ? words.restored : words.otherStays),
      ...(isOwed ? [paragraph(words.stillOwed)] : []),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}

import { button, type Content, facts, paragraph, quote } from '../content';
import type { Notice } from '../notice';
import { appList, appsInShort, greeting, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A suspension was our mistake: what went wrong, how long it stood, and that the keys work again. */
export function suspensionUndone(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.undoing) throw new RangeError('a mail about an undone suspension needs facts.undoing');
  const words = inLanguage(language, en, zhCn);
  const { isRestored, reason, keys, suspendedAt, class: suspensionClass } = told.undoing;
  const isOwed = suspensionClass === 'obligation' || suspensionClass === 'finding';
  return {
    subject: words.subject(appsInShort(notice), organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: isRestored ? 'good' : 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      quote(reason, words.by(vendor.name)),
      facts([
        [words.classLabel, words.classes[suspensionClass]],
        [words.sinceLabel, dates.moment(suspendedAt)],
        [words.undoneLabel, dates.moment(notice.now)],
        [words.keysLabel, String(keys)],
      ]),
      appList(notice, ...(isOwed ? [outstanding(notice)] : [])),
      paragraph(isRestored ? words.restored : words.otherStays),
      paragraph(words.recorded),
      ...(isOwed ? [paragraph(words.stillOwed)] : []),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}

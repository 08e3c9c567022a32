import { button, type Content, facts, paragraph } from '../content';
import type { Notice } from '../notice';
import { appList, greeting, standing, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** An announced termination will not happen: it was cured, or taken back. */
export function terminationCancelled(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  if (!told.termination) throw new RangeError('a cancelled termination needs facts.termination');
  const words = inLanguage(language, en, zhCn);
  const { kind, isCured } = told.termination;
  return {
    subject: words.subject(organisation),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'good',
    blocks: [
      greeting(notice),
      paragraph(words[kind](vendor.name)),
      facts([[words.sinceLabel, dates.moment(notice.now)]]),
      paragraph(isCured === true ? words.cured : words.withdrawn),
      ...(notice.apps.length === 0 ? [] : [appList(notice, ...(kind === 'revocation' ? [] : [standing(notice)]))]),
      paragraph(words.fresh),
      button(say.open, notice.links.act),
      ...whoToAsk(notice),
    ],
  };
}

import { diffWords } from '../../domain/policies/word-diff';
import { type Content, facts, heading, item, type Line, list, paragraph, quote, strong } from '../content';
import type { ChangedClause } from '../input';
import type { Notice } from '../notice';
import { act, appList, appsInShort, bindingDay, due, greeting, nextSteps, outstanding, whoToAsk } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** A campaign asks: the policy changed, in which words, and what has to be stated anew by when. Throws without the policy. */
export function policyChanged(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say, policy } = notice;
  if (!policy) throw new RangeError('a mail about a changed policy needs the policy');
  const words = inLanguage(language, en, zhCn);
  const { dueOn } = told;
  return {
    subject: words.subject(appsInShort(notice), organisation, dueOn && dates.shortDay(dueOn)),
    kind: words.kind,
    title: words.title,
    preview: words.preview(organisation),
    tone: 'warning',
    blocks: [
      greeting(notice),
      paragraph(words.what(vendor.name)),
      facts([
        [words.versionLabel, policy.title],
        [words.effectiveLabel, dates.day(policy.effectiveOn)],
        [say.labels.due, dueOn && bindingDay(dates, dueOn)],
      ]),
      quote(policy.summary, words.summaryBy(vendor.name)),
      heading(words.appsHeading),
      appList(notice, due(notice), outstanding(notice)),
      paragraph(words.next),
      ...act(notice),
      heading(words.clausesHeading),
      paragraph(words.clausesIntro),
      list(policy.clauses.map((clause) => clauseItem(clause, notice))),
      heading(say.otherwise),
      paragraph(words.otherwise),
      ...nextSteps(notice),
      ...whoToAsk(notice),
    ],
  };
}

/** The clause as it reads now with its new words stressed, and what is no longer there. */
function clauseItem({ clause, before, after }: ChangedClause, { language, say }: Notice) {
  const words = inLanguage(language, en, zhCn);
  const parts = before === null ? [{ kind: 'same' as const, words: after }] : diffWords(before, after, language);
  const now: Line = parts.flatMap(({ kind, words: run }) =>
    kind === 'removed' ? [] : [kind === 'added' && run.trim() !== '' ? strong(run) : run],
  );
  const gone = parts.filter(({ kind, words: run }) => kind === 'removed' && run.trim() !== '');
  return item(
    words.clause(clause),
    now,
    gone.length === 0
      ? undefined
      : words.removed(gone.map(({ words: run }) => words.quoted(run.trim())).join(say.separator)),
  );
}

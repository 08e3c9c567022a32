import { obligations } from '../../domain/obligations';
import { type Content, facts, heading, item, list, note, paragraph } from '../content';
import { type Notice, obligationOf } from '../notice';
import { act, appList, bindingDay, due, greeting, nextSteps } from '../sections';
import { inLanguage } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

/** Asks a developer to attest for the first time. It opens a gate: an imported app's due day counts from its delivery. */
export function invitation(notice: Notice): Content {
  const { language, facts: told, vendor, organisation, dates, say } = notice;
  const words = inLanguage(language, en, zhCn);
  const isOnboarding = told.cycleKind === 'onboarding';
  const steps = nextSteps(notice);
  return {
    subject: words.subject(vendor.name, organisation, told.dueOn && dates.shortDay(told.dueOn)),
    kind: words.kind,
    title: words.title(vendor.name),
    preview: words.preview(organisation, vendor.name),
    tone: 'calm',
    blocks: [
      greeting(notice),
      paragraph(words.why(organisation, vendor.name)),
      facts([
        [say.labels.due, told.dueOn && bindingDay(dates, told.dueOn)],
        [words.signsLabel, words.signs(organisation)],
      ]),
      ...(told.dueOn === undefined ? [note(words.dueUnset)] : []),
      heading(words.whatHeading),
      paragraph(words.what),
      list(
        obligations.map((slug) => {
          const { title, clauses } = obligationOf(slug, language);
          return item(say.obligation(title, clauses), words.obligations[slug]);
        }),
      ),
      heading(say.yourApps),
      appList(notice, due(notice)),
      ...act(notice, words.button),
      paragraph(words.pace),
      heading(say.otherwise),
      paragraph(isOnboarding ? words.otherwiseOnboarding : words.otherwise(vendor.name)),
      ...steps,
    ],
  };
}

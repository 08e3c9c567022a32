import { button, type Content, note, paragraph } from '../content';
import { type DelegationInput, delegationFacts } from '../delegation';
import { nameOf } from '../plain';
import { inLanguage, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

export interface DelegationChangedInput extends DelegationInput {
  change: 'granted' | 'revoked';
  /** The page of the developer. */
  link: string;
}

/** To the other signatories: one of them let an agency in, or somebody ended it. */
export function delegationChanged(input: DelegationChangedInput): Content {
  const { language } = input;
  const words = inLanguage(language, en, zhCn)[input.change];
  const say = vocabulary(language);
  const organisation = nameOf(input.organisation.name);
  const agency = nameOf(input.agency.name);
  return {
    subject: words.subject(agency, organisation),
    kind: inLanguage(language, en, zhCn).kind,
    title: words.title(agency, organisation),
    preview: words.preview(organisation),
    tone: 'calm',
    blocks: [
      paragraph(say.hello(nameOf(input.recipient.name))),
      paragraph(words.what(agency, organisation)),
      delegationFacts(input),
      button(say.open, input.link),
      note(words.notExpected),
    ],
  };
}

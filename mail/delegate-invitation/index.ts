import { datesIn } from '../../domain/calendar/dates';
import { button, type Content, note, paragraph } from '../content';
import { type DelegationInput, delegationFacts } from '../delegation';
import { nameOf } from '../plain';
import { inLanguage, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

export interface DelegateInvitationInput extends DelegationInput {
  /** The page with the button that uses the link up: opening it alone does nothing. */
  link: string;
  expiresInMinutes: number;
}

/** Somebody of an agency is to act for a developer: for what and until when, with the link that confirms their address. */
export function delegateInvitation(input: DelegateInvitationInput): Content {
  const { language, timeZone, endsOn, expiresInMinutes } = input;
  const words = inLanguage(language, en, zhCn);
  const vendor = nameOf(input.vendor.name);
  const organisation = nameOf(input.organisation.name);
  const agency = nameOf(input.agency.name);
  return {
    subject: words.subject(organisation, vendor),
    kind: words.kind,
    title: words.title(organisation),
    preview: words.preview(agency, datesIn(language, timeZone).shortDay(endsOn)),
    tone: 'calm',
    blocks: [
      paragraph(vocabulary(language).hello(nameOf(input.recipient.name))),
      paragraph(words.what(organisation, agency, vendor)),
      delegationFacts(input),
      paragraph(words.confirm),
      button(words.button, input.link),
      paragraph(words.expires(expiresInMinutes)),
      note(words.notYou),
    ],
  };
}

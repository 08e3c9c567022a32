import type { Language } from '../../domain/lifecycle/state';
import type { StaffRole } from '../../domain/permissions';
import { button, type Content, line, link, note, paragraph } from '../content';
import type { VendorNames } from '../input';
import { nameOf } from '../plain';
import { inLanguage, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

export interface StaffInvitationInput {
  language: Language;
  recipient: { name: string };
  role: StaffRole;
  /** Who added them; null where that is not known any more. */
  addedBy: { name: string } | null;
  /** The page with the button that uses the link up: opening it alone does nothing. */
  link: string;
  expiresInMinutes: number;
  /** Where another link is asked for. */
  signInPage: string;
  vendor: VendorNames;
}

/** Somebody works at the desk from now on: who added them, as what, and the link that lets them in for the first time. */
export function staffInvitation(input: StaffInvitationInput): Content {
  const words = inLanguage(input.language, en, zhCn);
  const vendor = nameOf(input.vendor.name);
  const by = input.addedBy ? nameOf(input.addedBy.name) : words.somebody;
  return {
    subject: words.subject(vendor),
    kind: words.kind,
    title: words.title(vendor),
    preview: words.preview(by),
    tone: 'calm',
    blocks: [
      paragraph(vocabulary(input.language).hello(nameOf(input.recipient.name))),
      paragraph(words.what(by, vendor, words.roles[input.role])),
      button(words.button, input.link),
      paragraph(words.expires(input.expiresInMinutes)),
      paragraph(line`${words.laterBefore}${link(words.laterLink, input.signInPage)}${words.laterAfter}`),
      note(words.notYou),
    ],
  };
}

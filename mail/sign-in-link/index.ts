import type { Language } from '../../domain/lifecycle/state';
import { button, type Content, note, paragraph } from '../content';
import type { VendorNames } from '../input';
import { nameOf } from '../plain';
import { inLanguage, vocabulary } from '../words';
import { en } from './en';
import { zhCn } from './zh-cn';

export interface SignInLinkInput {
  language: Language;
  /** The page with the button that uses the link up: opening it alone does nothing. */
  link: string;
  expiresInMinutes: number;
  recipient: { name: string };
  vendor: VendorNames;
}

/** The link that signs somebody in, once. */
export function signInLink(input: SignInLinkInput): Content {
  const words = inLanguage(input.language, en, zhCn);
  const vendor = nameOf(input.vendor.name);
  return {
    subject: words.subject(vendor),
    kind: words.kind,
    title: words.title(vendor),
    preview: words.preview(input.expiresInMinutes),
    tone: 'calm',
    blocks: [
      paragraph(vocabulary(input.language).hello(nameOf(input.recipient.name))),
      paragraph(words.what),
      button(words.button, input.link),
      paragraph(words.expires(input.expiresInMinutes)),
      note(words.notYou),
    ],
  };
}

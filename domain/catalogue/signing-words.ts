import type { CatalogueVersion } from '../catalogue';
import { type SdkVendor, sdkVendor } from '../products/sdk-vendor';
import { fill, type Text, type TextLanguage, text } from './text';

/** One edition of the words by which a signatory states their authority. Frozen once published. */
interface SigningWords {
  readonly since: CatalogueVersion;
  readonly words: Text;
}

/** Added to, never edited. */
export const signingWordsEditions: readonly SigningWords[] = [
  {
    since: '2026-11-01',
    words: text(
      'On behalf of {organisation} I state that I am authorised to sign for it; that I have read each statement above and the answers given with it; and that for {apps} they are true and complete on the day I sign. I understand that {vendor} relies on them and checks them, and that live SDK keys may be suspended, after fair warning, when they are false or stop being true.',
      '本人代表{organisation}声明：本人有权代表其签署；本人已阅读以上各项陈述及随附的回答；就{apps}而言，这些陈述和回答在签署之日真实、完整。本人知悉，{vendor}将以此为依据并进行核查；如其不实或不再属实，正式 SDK 密钥可能在事先合理警告后被暂停。',
    ),
  },
];

/** Names, for whom and what is signed. The signatory's own name and title are typed beside the words and kept apart from them. */
export interface Signing {
  organisation: string;
  /** Names of the apps, at least one. */
  apps: readonly string[];
  version: CatalogueVersion;
  vendor?: SdkVendor;
}

/** Exactly the words that are signed. Throws a RangeError when the version has none or no app is named. */
export function signingWords(language: TextLanguage, signing: Signing): string {
  const { organisation, apps, version, vendor = sdkVendor } = signing;
  const edition = signingWordsEditions.findLast(({ since }) => since <= version);
  if (!edition) throw new RangeError(`catalogue version ${version} has no words to sign`);
  if (apps.length === 0) throw new RangeError('name at least one app to sign for');
  return fill(edition.words[language], {
    organisation,
    apps: apps.map((app) => `“${app}”`).join(language === 'en' ? ', ' : '、'),
    vendor: vendor.name[language],
  });
}

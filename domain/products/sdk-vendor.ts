import { type Text, text } from '../catalogue/text';

/** The company that ships the SDK, and the names a privacy policy may call it by. */
export interface SdkVendor {
  readonly name: Text;
  readonly aliases: readonly string[];
}

/** The vendor of the policy that this catalogue is made for. */
export const sdkVendor: SdkVendor = {
  name: text('Perfect Corp.', '玩美移动'),
  aliases: ['Perfect Corp', 'Perfect Corporation', '玩美移動'],
};

/** Every name of a vendor or of an SDK product, in all languages. */
export function namesOf({ name, aliases }: { name: Text; aliases: readonly string[] }): string[] {
  return [...new Set([...Object.values<string>({ ...name }), ...aliases])];
}

import { catalogueAt, catalogueEntry, catalogueVersions } from '../../../domain/catalogue';
import { faultWords } from '../../../domain/catalogue/fault-words';
import { signingWordsEditions } from '../../../domain/catalogue/signing-words';
import type { Text } from '../../../domain/catalogue/text';
import { sdkVendor } from '../../../domain/products/sdk-vendor';

/** Every text of every version, by where it stands. */
export function everyText(): [where: string, text: Text][] {
  const entries = catalogueVersions.flatMap((version) => {
    const { obligations, products } = catalogueAt(version);
    return obligations.flatMap(({ slug }) => products.map((product) => catalogueEntry(version, slug, product.slug)));
  });
  return textsIn({ entries, signing: signingWordsEditions, faults: faultWords, vendor: sdkVendor }, '');
}

function textsIn(value: unknown, where: string): [string, Text][] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'zh-CN' in value) return [[where, value as Text]];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${where}/${key}`));
}

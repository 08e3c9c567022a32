import { getCatalogue } from '../../../api/catalogue';
import { catalogueEntry, catalogueVersions, currentCatalogueVersion } from '../../../domain/catalogue';
import { fill, type Text } from '../../../domain/catalogue/text';
import { type ObligationSlug, obligations } from '../../../domain/obligations';
import { type SdkProductSlug, sdkProducts } from '../../../domain/products';
import { sdkVendor } from '../../../domain/products/sdk-vendor';
import { route } from '../../route';

export const getCatalogueRoute = route(getCatalogue, async ({ query }) => {
  const version = query.version ?? currentCatalogueVersion;
  const asked = query.obligation === undefined ? obligations : [query.obligation];
  return {
    version,
    isCurrent: version === currentCatalogueVersion,
    versions: [...catalogueVersions],
    products: (query.product === undefined ? sdkProducts : [query.product]).map((product) =>
      viewOf(version, product, asked),
    ),
  };
});

function viewOf(version: string, product: SdkProductSlug, asked: readonly ObligationSlug[]) {
  const entries = asked.map((obligation) => catalogueEntry(version, obligation, product));
  const { slug, name, aliases } = catalogueEntry(version, obligations[0] as ObligationSlug, product).product;
  const inFull = (words: Text): Text => ({
    en: fill(words.en, { sdk: name.en, vendor: sdkVendor.name.en }),
    'zh-CN': fill(words['zh-CN'], { sdk: name['zh-CN'], vendor: sdkVendor.name['zh-CN'] }),
  });
  return {
    slug,
    name,
    aliases: [...aliases],
    obligations: entries.map(({ obligation, fields }) => ({
      slug: obligation.slug,
      clauses: [...obligation.clauses],
      clauseText: [...obligation.clauseText],
      title: obligation.title,
      statement: inFull(obligation.statement),
      alternatives: obligation.alternatives.map(({ when, statement }) => ({ when, statement: inFull(statement) })),
      help: obligation.help,
      fields: fields.map((field) => ({ ...field })),
    })),
  };
}

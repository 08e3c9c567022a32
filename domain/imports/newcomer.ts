import type { Language } from '../lifecycle/state';
import type { ContactRole } from '../permissions';
import type { SdkProductSlug } from '../products';
import type { ImportCells } from './columns';

/** A developer as the rows of a file tell it. */
export interface Newcomer {
  reference: string;
  legalName: string;
  country: string;
  timeZone: string;
  language: Language;
  /** In small letters; '' for nobody. */
  accountManagerEmail: string;
  /** The name of its tier, in small letters; '' for none. */
  tier: string;
  contacts: { name: string; email: string; role: ContactRole; language: Language }[];
  apps: {
    name: string;
    sdkProduct: SdkProductSlug;
    keys: { hash: string; name: string; prefix: string; lastFour: string }[];
  }[];
}

/** Puts the rows of one developer together. They were judged before, and nothing is wrong with them. */
export function newcomerOf(rows: readonly [ImportCells, ...ImportCells[]]): Newcomer {
  const [first] = rows;
  const contacts = new Map<string, Newcomer['contacts'][number]>();
  const apps = new Map<string, Newcomer['apps'][number]>();
  const language = first.language as Language;
  for (const row of rows) {
    const email = row.contactEmail.toLowerCase();
    if (email !== '' && !contacts.has(email))
      contacts.set(email, {
        name: row.contactName,
        email: row.contactEmail,
        role: row.contactRole as ContactRole,
        language: (row.contactLanguage || language) as Language,
      });
    if (row.appName === '') continue;
    const app = apps.get(row.appName) ?? { name: row.appName, sdkProduct: row.sdkProduct as SdkProductSlug, keys: [] };
    apps.set(row.appName, app);
    if (row.keyHash !== '')
      app.keys.push({ hash: row.keyHash, name: row.keyName, prefix: row.keyPrefix, lastFour: row.keyLastFour });
  }
  return {
    reference: first.developerReference,
    legalName: first.legalName,
    country: first.country,
    timeZone: first.timeZone,
    language,
    accountManagerEmail: first.accountManagerEmail.toLowerCase(),
    // Rows that were kept by an older release have no such cell.
    tier: (first.tier as string | undefined)?.toLowerCase() ?? '',
    contacts: [...contacts.values()],
    apps: [...apps.values()],
  };
}

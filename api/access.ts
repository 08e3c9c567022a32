import { developerRoles, staffRoles } from '../domain/permissions';
import type { Access } from './operation';

/** Who reads what belongs to a developer. */
export const developerReaders = {
  developer: developerRoles,
  staff: staffRoles,
  token: ['developers:read', 'developers:write'],
} as const satisfies Access;

/** Who changes it: preparers draft and legal reads, so neither is here. */
export const developerWriters = {
  developer: ['signatory'],
  staff: ['am', 'lead', 'admin'],
  token: ['developers:write'],
} as const satisfies Access;

/** What only the vendor changes. */
export const vendorWriters = { staff: ['am', 'lead', 'admin'], token: ['developers:write'] } as const satisfies Access;

/** Roles of a developer's people. */
export const developerRoles = ['signatory', 'preparer'] as const;
export type DeveloperRole = (typeof developerRoles)[number];

/** What a contact of a developer is for; signatories and preparers may sign in, the others only receive mail. */
export const contactRoles = ['signatory', 'preparer', 'backup', 'executive', 'legal'] as const;
export type ContactRole = (typeof contactRoles)[number];

/** Roles of the vendor's people. */
export const staffRoles = ['am', 'lead', 'legal', 'admin'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Scopes of API tokens. */
export const tokenScopes = ['verify', 'developers:read', 'developers:write', 'mail-events:write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

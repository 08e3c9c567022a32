import { z } from 'zod';
import { contactRoles, developerRoles, staffRoles } from '../domain/permissions';
import { nothing, operation } from './operation';
import { page, paging } from './paging';
import { email, id, instant, language, line } from './values';

const contactsTag = 'Contacts';
const staffTag = 'Staff';
const role = z
  .enum(contactRoles)
  .describe('signatory signs and preparer drafts, both may sign in; backup, executive and legal receive mail only.');

export const contactView = z
  .strictObject({
    personId: id('per'),
    name: z.string().nullable().describe('null while the person, known to us from elsewhere, has not confirmed.'),
    email: z.string(),
    role,
    language,
    addedAt: instant,
    verifiedAt: instant
      .nullable()
      .describe(
        'When the person followed a link sent to their address. Notices count as delivered for confirmed contacts only.',
      ),
  })
  .meta({ id: 'Contact' });

const params = { developerId: id('dev') };
const oneContact = { developerId: id('dev'), personId: id('per') };
const mayChange = { developer: ['signatory'], staff: ['am', 'lead', 'admin'], token: ['developers:write'] } as const;

export const listContacts = operation({
  id: 'listContacts',
  method: 'get',
  path: '/v1/developers/{developerId}/contacts',
  summary: "List a developer's contacts",
  tag: contactsTag,
  access: { developer: developerRoles, staff: staffRoles, token: ['developers:read', 'developers:write'] },
  params,
  query: { role: role.optional(), ...paging(['addedAt', 'email'], 'addedAt') },
  responses: { 200: page(contactView) },
  errors: [],
});

export const addContact = operation({
  id: 'addContact',
  method: 'post',
  path: '/v1/developers/{developerId}/contacts',
  summary: 'Add a contact',
  description: 'The contact counts once the person has followed the link that is mailed to them.',
  tag: contactsTag,
  access: mayChange,
  params,
  body: z.strictObject({ name: line(120), email, role, language }),
  responses: { 201: contactView },
  errors: ['contact.exists'],
});

export const changeContact = operation({
  id: 'changeContact',
  method: 'patch',
  path: '/v1/developers/{developerId}/contacts/{personId}',
  summary: 'Change a contact',
  description: 'The name can be corrected until the person has confirmed. For another address add another contact.',
  tag: contactsTag,
  access: mayChange,
  params: oneContact,
  body: z.strictObject({ role: role.optional(), language: language.optional(), name: line(120).optional() }),
  responses: { 200: contactView },
  errors: ['resource.not-found', 'contact.last-signatory'],
});

export const removeContact = operation({
  id: 'removeContact',
  method: 'delete',
  path: '/v1/developers/{developerId}/contacts/{personId}',
  summary: 'Remove a contact',
  description:
    'Takes effect at once, in sessions too. The last signatory, and the last confirmed one, cannot be removed.',
  tag: contactsTag,
  access: mayChange,
  params: oneContact,
  responses: { 204: nothing },
  errors: ['resource.not-found', 'contact.last-signatory'],
});

export const staffView = z
  .strictObject({
    personId: id('per'),
    name: z.string(),
    email: z.string(),
    role: z.enum(staffRoles),
    language,
    isActive: z.boolean(),
    team: z.string().nullable(),
    addedAt: instant,
  })
  .meta({ id: 'StaffMember' });

export const listStaff = operation({
  id: 'listStaff',
  method: 'get',
  path: '/v1/staff',
  summary: "List the vendor's people",
  tag: staffTag,
  access: { staff: staffRoles },
  query: { role: z.enum(staffRoles).optional(), ...paging(['addedAt', 'email'], 'addedAt') },
  responses: { 200: page(staffView) },
  errors: [],
});

export const addStaff = operation({
  id: 'addStaff',
  method: 'post',
  path: '/v1/staff',
  summary: "Add one of the vendor's people",
  description: 'They can sign in at once, and are told so by mail, with a link, their role and who added them.',
  tag: staffTag,
  access: { staff: ['admin'] },
  body: z.strictObject({
    name: line(120),
    email,
    role: z.enum(staffRoles),
    language,
    team: line(60).nullable().optional(),
  }),
  responses: { 201: staffView },
  errors: ['contact.exists'],
});

export const changeStaff = operation({
  id: 'changeStaff',
  method: 'patch',
  path: '/v1/staff/{personId}',
  summary: "Change the role or team of one of the vendor's people, or end their access",
  description: 'Takes effect at once, in sessions too. Nobody changes their own role.',
  tag: staffTag,
  access: { staff: ['admin'] },
  params: { personId: id('per') },
  body: z.strictObject({
    role: z.enum(staffRoles).optional(),
    language: language.optional(),
    isActive: z.boolean().optional(),
    team: line(60).nullable().optional(),
  }),
  responses: { 200: staffView },
  errors: ['resource.not-found', 'access.forbidden'],
});

export const erasePerson = operation({
  id: 'erasePerson',
  method: 'delete',
  path: '/v1/people/{personId}',
  summary: 'Erase a person',
  description:
    'Forgets name and address, what they typed when they signed and the mails to them, and ends their access. What they did stays in the record under their id. ' +
    'Somebody else must be able to sign first, where they are the last who can.',
  tag: staffTag,
  access: { staff: ['admin', 'legal'] },
  params: { personId: id('per') },
  responses: { 204: nothing },
  errors: ['resource.not-found', 'access.forbidden', 'contact.last-signatory'],
});

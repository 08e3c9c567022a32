import type { z } from 'zod';
import { addContact, changeContact, type contactView, listContacts, removeContact } from '../../../api/people';
import { iso, isoOrNull } from '../../../api/values';
import { paged } from '../../../db/paging';
import {
  addContact as add,
  type Contact,
  changeContact as change,
  contactsQuery,
  removeContact as remove,
} from '../../../db/workspace/contacts';
import { notFound } from '../../problems';
import { route } from '../../route';

export const listContactsRoute = route(listContacts, async ({ params, query, deps }) => {
  let contacts = contactsQuery(deps.db, params.developerId);
  if (query.role !== undefined) contacts = contacts.where('memberships.role', '=', query.role);
  const sorts = {
    addedAt: { by: 'memberships.addedAt', kind: 'instant' },
    email: { by: 'people.emailNormalised', kind: 'text' },
  } as const;
  const { rows, nextCursor } = await paged(contacts, sorts, 'memberships.personId', query);
  return { items: rows.map(viewOf), nextCursor };
});

export const addContactRoute = route(addContact, async ({ params, body, actor, deps, now, newId }) =>
  viewOf(await add(deps.db, { ...body, personId: newId('per'), developerId: params.developerId, by: actor }, now)),
);

export const changeContactRoute = route(changeContact, async ({ params, body, actor, deps, now }) => {
  const contact = await change(deps.db, params.developerId, params.personId, body, actor, now);
  if (!contact) throw notFound('contact');
  return viewOf(contact);
});

export const removeContactRoute = route(removeContact, async ({ params, actor, deps, now }) => {
  if (!(await remove(deps.db, params.developerId, params.personId, actor, now))) throw notFound('contact');
});

function viewOf({ personId, name, email, role, language, addedAt, verifiedAt }: Contact): z.output<typeof contactView> {
  return { personId, name, email, role, language, addedAt: iso(addedAt), verifiedAt: isoOrNull(verifiedAt) };
}

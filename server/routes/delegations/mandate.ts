import { downloadMandate, mandateMediaTypes, uploadMandate } from '../../../api/delegations';
import { mandateFile } from '../../../db/queries/delegations';
import { keepMandate } from '../../../db/workspace/delegations';
import { AvowError } from '../../../domain/errors';
import { notFound } from '../../problems';
import { route } from '../../route';
import { downloadOf, refuseUntrueType } from '../evidence/file';
import { refuseOthers } from './delegations';
import { viewOfDelegation } from './view';

export const uploadMandateRoute = route(uploadMandate, async ({ params, body, caller, actor, deps, now, newId }) => {
  const { developerId, delegationId } = params;
  const { content } = body;
  const mediaType = refuseUntrueType(body, mandateMediaTypes);
  const file = {
    id: newId('evd'),
    fileName: body.name ?? 'mandate',
    mediaType,
    content,
    uploadedBy: caller.personId,
  };
  if (!(await keepMandate(deps.db, developerId, delegationId, file, actor, now))) throw notFound('delegation');
  return viewOfDelegation(deps.db, developerId, delegationId, now);
});

export const downloadMandateRoute = route(downloadMandate, async ({ params, caller, isDelegate, deps }) => {
  if (isDelegate) refuseOthers(params.delegationId, caller.delegations);
  const file = await mandateFile(deps.db, params.developerId, params.delegationId);
  if (!file) throw notFound('mandate');
  const { content, mediaType, fileName: name } = file;
  if (content === null)
    throw new AvowError('evidence.missing', 'The content of this mandate was destroyed; its hash remains.');
  return downloadOf({ content, mediaType, name });
});

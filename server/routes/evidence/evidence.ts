import type { z } from 'zod';
import {
  downloadEvidence,
  type evidenceView,
  getEvidence,
  listEvidence,
  mostEvidenceFiles,
  uploadEvidence,
} from '../../../api/evidence';
import { iso } from '../../../api/values';
import { paged } from '../../../db/paging';
import { developerTime } from '../../../db/queries/developer-time';
import { type EvidenceRow, evidenceContent, evidenceQuery, findApp, findEvidence } from '../../../db/queries/evidence';
import { countOtherEvidence, keepEvidence } from '../../../db/workspace/evidence';
import { AvowError } from '../../../domain/errors';
import { evidenceMediaTypes } from '../../../domain/evidence/media-type';
import { notFound } from '../../problems';
import { route } from '../../route';
import { downloadOf, refuseUntrueType } from './file';

export const uploadEvidenceRoute = route(uploadEvidence, async ({ params, body, caller, deps, now, newId }) => {
  const { developerId, appId } = params;
  const app = await findApp(deps.db, developerId, appId);
  if (!app) throw notFound('app');
  if (app.retiredAt !== null)
    throw new AvowError('app.retired', 'This app is retired; nothing is asked of it any more.');
  const { content } = body;
  const mediaType = refuseUntrueType(body, Object.keys(evidenceMediaTypes));
  const id = newId('evd');
  if ((await countOtherEvidence(deps.db, appId, id)) >= mostEvidenceFiles) {
    throw new AvowError(
      'evidence.too-many',
      `An app has at most ${mostEvidenceFiles} files. Point your answers at those that are there, or ask your account manager.`,
    );
  }
  const { at } = await developerTime(deps.db, deps.settings, developerId, now);
  const fileName = body.name ?? `evidence.${evidenceMediaTypes[mediaType]}`;
  await keepEvidence(
    deps.db,
    { id, developerId, appId, fileName, mediaType, content, uploadedBy: caller.personId },
    at,
  );
  const kept = await findEvidence(deps.db, developerId, id);
  if (!kept) throw notFound('file');
  return evidenceViewOf(kept);
});

export const listEvidenceRoute = route(listEvidence, async ({ params, query, deps }) => {
  const { developerId, appId } = params;
  if (!(await findApp(deps.db, developerId, appId))) throw notFound('app');
  const sorts = {
    uploadedAt: { by: 'evidence.uploadedAt', kind: 'instant' },
    fileName: { by: 'evidence.fileName', kind: 'text' },
  } as const;
  const files = evidenceQuery(deps.db, developerId).where('evidence.appId', '=', appId);
  const { rows, nextCursor } = await paged(files, sorts, 'evidence.id', query);
  return { items: rows.map(evidenceViewOf), nextCursor };
});

export const getEvidenceRoute = route(getEvidence, async ({ params, deps }) => {
  const file = await findEvidence(deps.db, params.developerId, params.evidenceId);
  if (!file) throw notFound('file');
  return evidenceViewOf(file);
});

export const downloadEvidenceRoute = route(downloadEvidence, async ({ params, deps }) => {
  const { developerId, evidenceId } = params;
  const file = await findEvidence(deps.db, developerId, evidenceId);
  const content = await evidenceContent(deps.db, developerId, evidenceId);
  if (!file || content === undefined) throw notFound('file');
  if (content === null)
    throw new AvowError('evidence.missing', 'The content of this file was destroyed; its hash remains in the record.');
  return downloadOf({ mediaType: file.mediaType, name: file.fileName, content });
});

/** A file as the API shows it. */
export function evidenceViewOf(row: EvidenceRow): z.output<typeof evidenceView> {
  return { ...row, uploadedAt: iso(row.uploadedAt) };
}

import { z } from 'zod';
import { evidenceMediaTypes } from '../domain/evidence/media-type';
import { developerRoles, staffRoles } from '../domain/permissions';
import { fileAnswer, fileBody, operation } from './operation';
import { page, paging } from './paging';
import { id, instant } from './values';

const tag = 'Evidence';
const reads = { developer: developerRoles, staff: staffRoles } as const;
const ofApp = { developerId: id('dev'), appId: id('app') };
const oneFile = { developerId: id('dev'), evidenceId: id('evd') };
const mediaTypes = Object.keys(evidenceMediaTypes);
export const largestEvidenceBytes = 5 * 1024 * 1024;
/** Files of one app, all cycles together. */
export const mostEvidenceFiles = 200;

/** What is told of any file that was uploaded. */
export const keptFile = {
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int().describe('Bytes.'),
  sha256: z.string().describe('Of the content, hex.'),
  uploadedBy: id('per'),
  uploadedAt: instant,
  isDestroyed: z.boolean().describe('The content was destroyed; its hash remains.'),
};

export const evidenceView = z.strictObject({ id: id('evd'), appId: id('app'), ...keptFile }).meta({ id: 'Evidence' });

export const uploadEvidence = operation({
  id: 'uploadEvidence',
  method: 'post',
  path: '/v1/developers/{developerId}/apps/{appId}/evidence',
  summary: 'Upload a file as evidence',
  description:
    'The file is the body as it is, at most 5 MB and 200 files for an app; Content-Type says what it is and must be true, Content-Disposition may name it. ' +
    'Send samples that are made up or redacted, never the data of a real person. Answers then point at the id.',
  tag,
  access: { developer: developerRoles },
  params: ofApp,
  body: fileBody(mediaTypes, largestEvidenceBytes),
  responses: { 201: evidenceView },
  errors: ['resource.not-found', 'app.retired', 'evidence.type-refused', 'evidence.too-large', 'evidence.too-many'],
});

export const listEvidence = operation({
  id: 'listEvidence',
  method: 'get',
  path: '/v1/developers/{developerId}/apps/{appId}/evidence',
  summary: 'List the evidence of an app',
  tag,
  access: reads,
  params: ofApp,
  query: paging(['uploadedAt', 'fileName'], '-uploadedAt'),
  responses: { 200: page(evidenceView) },
  errors: ['resource.not-found'],
});

export const getEvidence = operation({
  id: 'getEvidence',
  method: 'get',
  path: '/v1/developers/{developerId}/evidence/{evidenceId}',
  summary: 'Read what is known of a file',
  tag,
  access: reads,
  params: oneFile,
  responses: { 200: evidenceView },
  errors: ['resource.not-found'],
});

export const downloadEvidence = operation({
  id: 'downloadEvidence',
  method: 'get',
  path: '/v1/developers/{developerId}/evidence/{evidenceId}/content',
  summary: 'Download a file',
  tag,
  access: reads,
  params: oneFile,
  responses: { 200: fileAnswer(...mediaTypes) },
  errors: ['resource.not-found', 'evidence.missing'],
});

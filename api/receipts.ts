import { developerRoles, staffRoles } from '../domain/permissions';
import { fileAnswer, operation } from './operation';
import { id, language } from './values';

const tag = 'Submissions';
const reads = { developer: developerRoles, staff: staffRoles } as const;
const oneSubmission = { developerId: id('dev'), submissionId: id('sub') };

export const downloadReceipt = operation({
  id: 'downloadReceipt',
  method: 'get',
  path: '/v1/developers/{developerId}/submissions/{submissionId}/receipt',
  summary: 'Download the signed receipt of a submission',
  description:
    'A JWS in compact form (RFC 7515, ES256) that anybody verifies offline against /.well-known/jwks.json. It tells what was signed, in which words and when, with the hash of each sealed record; not what was decided on it. `iat` is when this copy was made.',
  tag,
  access: reads,
  params: oneSubmission,
  responses: { 200: fileAnswer('application/jose') },
  errors: ['resource.not-found'],
});

export const downloadCertificate = operation({
  id: 'downloadCertificate',
  method: 'get',
  path: '/v1/developers/{developerId}/submissions/{submissionId}/certificate',
  summary: 'Download a submission as a certificate to print',
  description: 'A tagged PDF: what was signed, by whom, and what became of it so far. It says the moment it was made.',
  tag,
  access: reads,
  params: oneSubmission,
  query: { language: language.optional().describe("Without it: the developer's. The words signed stay as they are.") },
  responses: { 200: fileAnswer('application/pdf') },
  errors: ['resource.not-found'],
});

import { downloadCertificate } from '../../../api/receipts';
import { acceptanceOf } from '../../../db/queries/acceptances';
import { developerTime } from '../../../db/queries/developer-time';
import {
  findSigner,
  findSubmission,
  itemsOf,
  type SubmissionItem,
  submissionsOfSignature,
} from '../../../db/queries/submissions';
import { portalPaths } from '../../../domain/paths';
import { sdkVendor } from '../../../domain/products/sdk-vendor';
import type { CertifiedStatement } from '../../certificates/certificate';
import { notFound } from '../../problems';
import { route } from '../../route';
import { submissionViewOf } from './view';

export const downloadCertificateRoute = route(downloadCertificate, async ({ params, query, deps, now }) => {
  const { developerId, submissionId } = params;
  const row = await findSubmission(deps.db, developerId, submissionId);
  const items = row ? await itemsOf(deps.db, [submissionId]) : [];
  const [first] = items;
  if (!row || !first) throw notFound('submission');
  const time = await developerTime(deps.db, deps.settings, developerId, now);
  const language = query.language ?? time.language;
  const {
    organisation,
    app,
    sdkProduct,
    signature,
    signedAt,
    catalogueVersion,
    language: wordsLanguage,
  } = first.record;
  const { state, isPassedProvisionally } = submissionViewOf(row, items);
  const { publicUrl } = deps.settings;
  const together = await submissionsOfSignature(deps.db, developerId, row.signatureId);
  const content = await deps.renderCertificate({
    language,
    timeZone: time.timeZone,
    madeAt: time.at,
    submissionId,
    signatureId: row.signatureId,
    vendor: sdkVendor.name,
    organisation,
    appName: app.name,
    product: sdkProduct.name,
    state,
    isPassedProvisionally,
    acceptance: await acceptanceOf(deps.db, row),
    signedAt: Date.parse(signedAt),
    signer: await findSigner(deps.db, row.signatureId),
    agency: signature.delegation ? { name: signature.delegation.agency, endsOn: signature.delegation.endsOn } : null,
    commitment: signature.commitment,
    catalogueVersion,
    statements: items.map(statementOf),
    words: signature.words,
    wordsLanguage,
    isOfOneApp: together.length === 1,
    links: {
      keys: `${publicUrl}/.well-known/jwks.json`,
      submission: portalPaths(publicUrl).submission(developerId, submissionId),
    },
  });
  return { mediaType: 'application/pdf', name: `attestation-${submissionId}.${language}.pdf`, content };
});

function statementOf({ record, state, decidedAt, sha256 }: SubmissionItem): CertifiedStatement {
  const { statementId: id, obligation, statement: text } = record;
  return { id, title: obligation.title, clauses: obligation.clauses, state, decidedAt, sha256, text };
}

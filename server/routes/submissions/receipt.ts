import { downloadReceipt } from '../../../api/receipts';
import { findSubmission, itemsOf } from '../../../db/queries/submissions';
import { receiptOf } from '../../../domain/statements/receipt';
import { notFound } from '../../problems';
import { route } from '../../route';
import { loadSigner } from '../../verify/signer';

/**
 * Signed anew for each copy, by the key that is current: retired keys stay in the published set, so older copies verify too, and one that
 * had to be withdrawn is replaced by downloading again.
 */
export const downloadReceiptRoute = route(downloadReceipt, async ({ params, deps, now }) => {
  const { developerId, submissionId } = params;
  if (!(await findSubmission(deps.db, developerId, submissionId))) throw notFound('submission');
  const receipt = receiptOf(await itemsOf(deps.db, [submissionId]));
  const signer = await loadSigner(deps.db, now);
  const sealed = signer.sign(
    { typ: 'avow-receipt+jws', cty: 'application/json' },
    { iss: deps.settings.publicUrl, sub: submissionId, iat: Math.floor(now / 1000), ...receipt },
  );
  return { mediaType: 'application/jose', name: `receipt-${submissionId}.jws`, content: Buffer.from(sealed) };
});

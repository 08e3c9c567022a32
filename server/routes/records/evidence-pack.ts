import { downloadEvidencePack } from '../../../api/records';
import { LogChain } from '../../../db/queries/decision-log';
import { packAll } from '../../evidence-pack/pack';
import { StreamedZip } from '../../evidence-pack/zip';
import { route } from '../../route';
import { loadSigner } from '../../verify/signer';

export const downloadEvidencePackRoute = route(downloadEvidencePack, async ({ params, deps, now }) => {
  const { developerId } = params;
  const zip = new StreamedZip(new Date(now));
  const packing = {
    db: deps.db,
    developerId,
    signer: await loadSigner(deps.db, now),
    issuer: deps.settings.publicUrl,
    issuedAt: Math.floor(now / 1000),
  };
  await packAll(zip, packing, new LogChain());
  return { mediaType: 'application/zip', name: `evidence-${developerId}.zip`, content: zip.end() };
});

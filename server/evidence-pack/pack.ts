import type { Database } from '../../db/database';
import { type LogChain, logOf } from '../../db/queries/decision-log';
import { evidenceContent, evidenceQuery } from '../../db/queries/evidence';
import { loadDeliveries, noticesQuery } from '../../db/queries/notices';
import { checkResultsOf, findSigner, findStatement, itemsOf, submissionsQuery } from '../../db/queries/submissions';
import { suspensionsQuery } from '../../db/queries/suspensions';
import type { DeveloperId, PersonId } from '../../domain/ids';
import { receiptOf } from '../../domain/statements/receipt';
import type { Signer } from '../verify/signer';
import { readMe } from './read-me';
import type { StreamedZip } from './zip';

export interface Packing {
  db: Database;
  developerId: DeveloperId;
  signer: Signer;
  /** Who signs: the public address. */
  issuer: string;
  /** Seconds since 1970. */
  issuedAt: number;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Puts everything that is known of a developer into the ZIP, each file read when its turn comes. */
export async function packAll(zip: StreamedZip, packing: Packing, chain: LogChain): Promise<void> {
  zip.add('README.txt', async () => readMe);
  zip.add('keys/jwks.json', async () => packing.signer.publicKeys);
  zip.add('developer.json', () => developerOf(packing));
  await packSubmissions(zip, packing);
  await packEvidence(zip, packing);
  await packMails(zip, packing);
  zip.add('suspensions.json', async () =>
    json(
      await suspensionsQuery(packing.db)
        .where('suspensions.developerId', '=', packing.developerId)
        .orderBy('suspensions.openedAt')
        .execute(),
    ),
  );
  zip.add('log/decisions.jsonl', () => logLines(packing, chain));
  // After the log: it tells of what was read there.
  zip.add('log/proof.jws', async () => proofOf(packing, chain));
}

async function developerOf({ db, developerId }: Packing): Promise<string> {
  const developer = await db
    .selectFrom('developers')
    .innerJoin('developerProfiles', 'developerProfiles.developerId', 'developers.id')
    .select(['developers.id', 'legalName', 'country', 'language', 'timeZone', 'enrolledAt', 'anchorOn', 'nextDueOn'])
    .where('developers.id', '=', developerId)
    .executeTakeFirst();
  const apps = await db
    .selectFrom('apps')
    .leftJoin('appProfiles', 'appProfiles.appId', 'apps.id')
    .selectAll('apps')
    .select('appProfiles.name')
    .where('apps.developerId', '=', developerId)
    .orderBy('apps.id')
    .execute();
  return json({ ...developer, apps });
}

async function packSubmissions(zip: StreamedZip, packing: Packing): Promise<void> {
  const { db, developerId, signer, issuer, issuedAt } = packing;
  const submissions = await submissionsQuery(db)
    .where('submissions.developerId', '=', developerId)
    .orderBy('submissions.signedAt')
    .execute();
  for (const submission of submissions) {
    const { id } = submission;
    const named = (await itemsOf(db, [id])).map(({ statementId, record }) => ({
      statementId,
      slug: record.obligation.slug,
    }));
    if (named.length === 0) continue;
    zip.add(`submissions/${id}/receipt.jws`, async () =>
      signer.sign(
        { typ: 'avow-receipt+jws', cty: 'application/json' },
        { iss: issuer, sub: id, iat: issuedAt, ...receiptOf(await itemsOf(db, [id])) },
      ),
    );
    for (const { statementId, slug } of named)
      zip.add(`submissions/${id}/${slug}.json`, async () =>
        json((await findStatement(db, developerId, statementId))?.record),
      );
    zip.add(`submissions/${id}/outcome.json`, async () => {
      const items = (await itemsOf(db, [id])).map(({ record: _record, ...item }) => item);
      const signedBy = await findSigner(db, submission.signatureId);
      return json({ ...submission, signer: signedBy, items, checks: await checkResultsOf(db, id) });
    });
  }
}

async function packEvidence(zip: StreamedZip, { db, developerId }: Packing): Promise<void> {
  const files = await evidenceQuery(db, developerId).orderBy('evidence.uploadedAt').execute();
  const packed = files.map((file) => ({
    ...file,
    path: file.isDestroyed ? null : `evidence/${file.id}-${plain(file.fileName)}`,
  }));
  zip.add('evidence/index.json', async () => json(packed));
  for (const { id, path } of packed)
    if (path !== null) zip.add(path, async () => (await evidenceContent(db, developerId, id)) ?? null);
}

async function packMails(zip: StreamedZip, { db, developerId }: Packing): Promise<void> {
  const notices = await noticesQuery(db, developerId, { withoutTasks: true }).orderBy('createdAt').execute();
  for (const notice of notices) {
    const folder = `mails/${new Date(notice.createdAt).toISOString().slice(0, 10)}-${notice.template}-${notice.id}`;
    const people = (await loadDeliveries(db, [notice.id])).flatMap((one) => (one.text === null ? [] : [one.personId]));
    const sentTo = async (personId: PersonId) =>
      (await loadDeliveries(db, [notice.id])).find((delivery) => delivery.personId === personId);
    zip.add(`${folder}/notice.json`, async () => {
      const deliveries = await loadDeliveries(db, [notice.id]);
      return json({ ...notice, deliveries: deliveries.map(({ text: _text, html: _html, ...rest }) => rest) });
    });
    for (const personId of people) {
      zip.add(`${folder}/${personId}.txt`, async () => {
        const mail = await sentTo(personId);
        return `Subject: ${mail?.subject ?? ''}\n\n${mail?.text ?? ''}`;
      });
      zip.add(`${folder}/${personId}.html`, async () => (await sentTo(personId))?.html ?? null);
    }
  }
}

async function* logLines({ db, developerId }: Packing, chain: LogChain): AsyncGenerator<string> {
  for await (const entry of logOf(db, developerId)) {
    chain.add(entry);
    yield `${JSON.stringify(entry)}\n`;
  }
}

function proofOf({ signer, issuer, developerId, issuedAt }: Packing, { count, head, brokenAt }: LogChain): string {
  return signer.sign(
    { typ: 'avow-log+jws', cty: 'application/json' },
    {
      iss: issuer,
      sub: developerId,
      iat: issuedAt,
      format: 'avow-log/1',
      count,
      hash: head,
      isIntact: brokenAt === null,
      brokenAt,
    },
  );
}

/** A name that is one on every system: a folder or a control character in it must lead nowhere. */
function plain(fileName: string): string {
  return fileName
    .replace(/[^\p{L}\p{N}. _-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-100);
}

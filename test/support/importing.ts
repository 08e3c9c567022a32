import { setTimeout as sleep } from 'node:timers/promises';
import { createImportActivities } from '../../activities/imports';
import type { Database } from '../../db/database';
import type { ImportId } from '../../domain/ids';
import { activityDeps } from './activity-deps';
import { attestationServer } from './attestation';
import type { Headers } from './enrolment';
import { type ImportRow, importFile } from './import-file';
import { ask } from './server';
import { letAllMailsLeave } from './waiting-mails';

/** A server at which developers are imported: by an account manager, and legal looks on. */
export async function importing(db: Database) {
  const server = attestationServer(db);
  const manager: Headers = await server.session(await server.staff('am'));
  const legal: Headers = await server.session(await server.staff('legal'));

  const upload = (file: string | Buffer, headers: Headers = manager) =>
    ask(server)
      .post('/v1/imports')
      .set(headers)
      .set('Content-Type', 'text/csv')
      .set('Content-Disposition', 'attachment; filename="developers.csv"')
      .send(file);
  const preview = async (...rows: ImportRow[]) => (await upload(importFile(rows)).expect(201)).body;
  const rowsOf = async (id: ImportId, query: Record<string, string> = {}) =>
    (
      await ask(server)
        .get(`/v1/imports/${id}/rows`)
        .set(legal)
        .query({ limit: '100', ...query })
        .expect(200)
    ).body.items;
  const start = (id: ImportId, headers: Headers = manager, spreadOver?: string) =>
    ask(server).post(`/v1/imports/${id}/start`).set(headers).send({ spreadOver });
  const stateOf = async (id: ImportId) => (await ask(server).get(`/v1/imports/${id}`).set(legal).expect(200)).body;

  /** Carries it out as the workflow does, as fast as it goes. */
  const importAll = async (importId: ImportId, transact = server.deps.lifecycle.transact) => {
    const { deps } = activityDeps(db);
    const clock = server.deps.clock;
    const { importSome } = createImportActivities({ ...deps, clock, transact: transact as never }, 1_000_000);
    while (await importSome({ importId })) {
      // The next ones.
    }
  };
  /** The same while the mails that it writes leave. */
  const carryOut = async (importId: ImportId, transact = server.deps.lifecycle.transact) => {
    const over = new AbortController();
    const leaving = (async () => {
      while (!over.signal.aborted) {
        await letAllMailsLeave(db);
        await sleep(100);
      }
    })();
    try {
      await importAll(importId, transact);
    } finally {
      over.abort();
      await leaving;
    }
  };
  const counted = async () => {
    const count = async (table: 'developers' | 'apps' | 'keys' | 'memberships') =>
      (
        await db
          .selectFrom(table)
          .select((row) => row.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count;
    return [await count('developers'), await count('apps'), await count('keys'), await count('memberships')];
  };
  return { server, manager, legal, upload, preview, rowsOf, start, stateOf, importAll, carryOut, counted };
}

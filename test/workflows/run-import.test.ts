import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createDispatch } from '../../activities/dispatch';
import { createImportActivities } from '../../activities/imports';
import { relayOnce } from '../../activities/relay';
import { stopImport } from '../../db/workspace/imports';
import { somethingChangedName, workflowIds, workflowNames } from '../../workflows/messages';
import { activityDeps } from '../support/activity-deps';
import { testDatabase } from '../support/database';
import { importRow } from '../support/import-file';
import { importing } from '../support/importing';
import { temporalAddress } from '../support/stack';
import { until } from '../support/until';

Runtime.install({ logger: new DefaultLogger('ERROR') });

describe('the workflow of an import', () => {
  const queue = `imports-${randomBytes(6).toString('hex')}`;
  let client: Client;
  let native: NativeConnection;

  beforeAll(async () => {
    client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) });
    native = await NativeConnection.connect({ address: temporalAddress() });
  }, 240_000);
  afterAll(async () => {
    await native.close();
    await client.connection.close();
  });

  it('looks once more for who has it go on in the moment in which it ends', async () => {
    const db = await testDatabase();
    const { server, preview, start, stateOf } = await importing(db);
    const { deps } = activityDeps(db);
    deps.clock.now = server.deps.clock.now;
    const { importSome } = createImportActivities(deps);
    const relay = () =>
      relayOnce(
        deps,
        createDispatch(deps, client, {
          names: workflowNames,
          ids: workflowIds,
          queues: { obligations: queue, procedures: queue, campaigns: queue },
          signal: somethingChangedName,
        }),
        ['run-import'],
      );
    const { id } = await preview(importRow('paused'));
    const looks: boolean[] = [];
    const worker = await Worker.create({
      connection: native,
      taskQueue: queue,
      workflowBundle: { codePath: join(__dirname, '..', '..', 'dist', 'workflow-bundle.js') },
      activities: {
        async importSome(input: Parameters<typeof importSome>[0]) {
          const goesOn = await importSome(input);
          looks.push(goesOn);
          // Seen stopped; before the workflow hears of it, somebody has it go on.
          if (looks.length === 1) {
            await start(id).expect(200);
            await relay();
          }
          return goesOn;
        },
      },
    });
    await worker.runUntil(async () => {
      await start(id).expect(200);
      await stopImport(db, id);
      await relay();
      await until('it is imported', async () => (await stateOf(id)).state === 'completed');
      await client.workflow.getHandle(workflowIds.runImport(id)).result();
    });
    expect(looks[0]).toBe(false);
    expect(await stateOf(id)).toMatchObject({ developers: { created: 1 } });
  });
});

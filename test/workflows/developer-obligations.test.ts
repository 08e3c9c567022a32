import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { activityInfo } from '@temporalio/activity';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { type DeveloperId, idFrom } from '../../domain/ids';
import type { Agenda } from '../../domain/lifecycle/agenda';
import { somethingChangedName, workflowIds, workflowNames } from '../../workflows/messages';
import { temporalAddress } from '../support/stack';
import { until } from '../support/until';

const taskQueue = `obligations-${randomBytes(6).toString('hex')}`;
const day = 86_400_000;

/** What the record would say: the tests change it and look at what the workflow asks. */
const record = { workflowId: '', agenda: waiting(), asked: [] as string[], failing: 0 };

let client: Client;
let worker: Worker;
let running: Promise<void>;
let native: NativeConnection;

function waiting(changes: Partial<Agenda> = {}): Agenda {
  return {
    nextAt: Date.now() + 100 * day,
    procedure: 'open-cycle',
    offsetMs: 0,
    standing: 'active',
    accountManagerId: 'per_am',
    hasEnded: false,
    ...changes,
  };
}

Runtime.install({ logger: new DefaultLogger('ERROR') });

const names = [
  'takeStock',
  'openCycle',
  'scheduleImport',
  'remind',
  'giveNotice',
  'escalate',
  'lapse',
  'restrict',
  'suspend',
  'renewNotice',
  'attendReview',
  'expireKey',
];
const activities = Object.fromEntries(
  names.map((name) => [
    name,
    async () => {
      // The last look of a workflow of the test before may still be under way.
      if (activityInfo().workflowExecution?.workflowId !== record.workflowId) throw new Error('its test is over');
      if (record.failing > 0) {
        record.failing -= 1;
        throw new Error('the record is away');
      }
      record.asked.push(name);
      return record.agenda;
    },
  ]),
);

beforeAll(async () => {
  client = new Client({ connection: await Connection.connect({ address: temporalAddress() }) });
  native = await NativeConnection.connect({ address: temporalAddress() });
  worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowBundle: { codePath: join(__dirname, '..', '..', 'dist', 'workflow-bundle.js') },
    activities,
    stickyQueueScheduleToStartTimeout: '1s',
  });
  running = worker.run();
}, 240_000);

afterAll(async () => {
  worker.shutdown();
  await running;
  await native.close();
  await client.connection.close();
});

async function begin(agenda: Agenda) {
  record.agenda = agenda;
  record.asked = [];
  const developerId: DeveloperId = idFrom('dev', randomBytes(20));
  const workflowId = workflowIds.developerObligations(developerId);
  record.workflowId = workflowId;
  await client.workflow.start(workflowNames.developerObligations, { workflowId, taskQueue, args: [{ developerId }] });
  return client.workflow.getHandle(workflowId);
}

describe("a developer's workflow", () => {
  it('takes the step it waited for when its time comes, and no other', async () => {
    const handle = await begin(waiting({ procedure: 'remind', nextAt: Date.now() + 600 }));
    await until('it looked', () => record.asked.length >= 1);
    record.agenda = waiting();
    await until('it reminded', () => record.asked.includes('remind'));
    expect([...new Set(record.asked)]).toEqual(['takeStock', 'remind']);
    await handle.terminate();
  });

  it('looks again when something changed, and shows an operator what it waits for', async () => {
    const handle = await begin(waiting());
    await until('it looked', () => record.asked.length >= 1);
    record.agenda = waiting({ procedure: 'suspend', standing: 'restricted' });
    await handle.signal(somethingChangedName);
    await until(
      'it shows the standing',
      async () => (await handle.describe()).searchAttributes.AvowStanding?.[0] === 'restricted',
    );
    await handle.terminate();
  });

  it('begins a new run before a long sleep, and loses no signal on the way', async () => {
    const handle = await begin(waiting());
    await until('it looked', () => record.asked.length >= 1);
    const first = (await handle.describe()).runId;
    for (let round = 0; round < 6; round += 1)
      await Promise.all(Array.from({ length: 10 }, () => handle.signal(somethingChangedName)));
    const askedBefore = record.asked.length;
    record.agenda = waiting({ standing: 'due', procedure: 'remind' });
    await handle.signal(somethingChangedName);
    await until(
      'it shows the standing',
      async () => (await handle.describe()).searchAttributes.AvowStanding?.[0] === 'due',
    );
    expect(record.asked.length).toBeGreaterThan(askedBefore);
    // A look that a signal came upon shows what it saw and looks again: the new run begins behind it.
    await until('a new run', async () => (await handle.describe()).runId !== first);
    await handle.terminate();
  });

  it('sleeps on a short history, however much happened before', async () => {
    const handle = await begin(waiting({ procedure: 'remind' }));
    let asked = 0;
    for (let times = 1; times <= 12; times += 1) {
      // A look that has to be repeated asks more than once, so only growth counts.
      await until('it looked again', () => record.asked.length > asked);
      asked = record.asked.length;
      // Once it sleeps again: a run that grew has given way to a new one by then.
      await until('a short history', async () => (await handle.describe()).historyLength <= 15);
      await handle.signal(somethingChangedName);
    }
    await handle.terminate();
  }, 180_000);

  it('goes on when the record was away for a while', async () => {
    record.failing = 5;
    const handle = await begin(waiting());
    await until('it looked', () => record.asked.length >= 1);
    await handle.terminate();
  }, 240_000);

  it('ends with the developer', async () => {
    const handle = await begin(waiting({ hasEnded: true, nextAt: null, procedure: null }));
    await handle.result();
    expect((await handle.describe()).status.name).toBe('COMPLETED');
  });
});

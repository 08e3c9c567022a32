import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { historiesDirectory } from '../support/histories';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const wanted = [
  'quiet-year',
  'late-and-cured',
  'suspended-and-reinstated',
  'returned-and-resubmitted',
  'extension',
  'exemption',
  'appeal',
  'termination',
  'bounce',
  'finding-cured',
  'finding-suspended',
  'hold',
  'released',
  'suspended-by-decision',
  'import',
  'campaign',
  'terms',
];
const codePath = join(__dirname, '..', '..', 'dist', 'workflow-bundle.js');

const recorded = (name: string) =>
  readdirSync(join(historiesDirectory, name)).map((file) => ({
    workflowId: `${name}/${file}`,
    history: JSON.parse(readFileSync(join(historiesDirectory, name, file), 'utf8')) as unknown,
  }));

describe('a recorded history', () => {
  it.each(wanted)('of a %s replays under the workflows as they are now', async (name) => {
    const histories = recorded(name);
    expect(histories.length).toBeGreaterThan(0);
    let replayed = 0;
    for await (const result of Worker.runReplayHistories({ workflowBundle: { codePath } }, histories)) {
      expect({ of: result.workflowId, error: result.error }).toEqual({ of: result.workflowId, error: undefined });
      replayed += 1;
    }
    expect(replayed).toBe(histories.length);
  });

  it('does not replay once it was tampered with: the test can fail', async () => {
    const [first] = recorded('suspended-and-reinstated');
    const history = first?.history as {
      events: { workflowExecutionStartedEventAttributes?: { workflowType: { name: string } } }[];
    };
    const started = history.events[0]?.workflowExecutionStartedEventAttributes;
    if (started) started.workflowType.name = 'deliverNotice';
    const results = [];
    for await (const result of Worker.runReplayHistories({ workflowBundle: { codePath } }, [
      { workflowId: 'tampered', history },
    ]))
      results.push(result.error);
    expect(results[0]).toBeDefined();
  });

  it('holds ids and dates only', () => {
    for (const name of wanted) {
      for (const { history } of recorded(name)) {
        const payloads = JSON.stringify(history).match(/"data":"([A-Za-z0-9+/=]+)"/g) ?? [];
        for (const payload of payloads) {
          const text = Buffer.from(payload.slice(8, -1), 'base64').toString('utf8');
          expect(text).not.toMatch(/@|Mei Lin|Bo Chen|developer\.example/);
        }
      }
    }
  });

  it('can be read back as Temporal knows it', () => {
    expect(() => historyFromJSON(recorded('bounce')[0]?.history)).not.toThrow();
  });
});

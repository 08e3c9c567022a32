import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { lockDirectory, lockHolder } from '../../integrations/embedded/lock';
import { claimPort, freePort, isPortFree } from '../../integrations/embedded/ports';
import { identify } from '../../integrations/embedded/process-identity';
import { clearAway, throwAwayDirectory } from '../support/throw-away';

let directory: string;
beforeEach(async () => {
  directory = await throwAwayDirectory();
});
afterEach(() => clearAway(directory));

const root = join(__dirname, '..', '..');

/** Another process that takes the lock and then waits; resolves once it has it. */
async function holderProcess(address: string) {
  const source = `
    const { lockDirectory } = require(${JSON.stringify(join(root, 'integrations/embedded/lock.ts'))});
    lockDirectory(${JSON.stringify(directory)}).then((lock) => lock.announce(${JSON.stringify(address)})).then(() => process.send('held'));
    process.on('message', () => {});`;
  const child = spawn(process.execPath, ['--require', join(root, 'test/support/run-typescript.cjs'), '-e', source], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

describe('a data directory', () => {
  it('is refused to a second start, which is told where the first answers', async () => {
    const child = await holderProcess('http://127.0.0.1:4680');
    try {
      await expect(lockDirectory(directory)).rejects.toMatchObject({
        code: 'start.already-running',
        message: expect.stringContaining(`process ${child.pid}: it answers at http://127.0.0.1:4680`),
      });
      expect(await lockHolder(directory)).toMatchObject({ pid: child.pid, address: 'http://127.0.0.1:4680' });
    } finally {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  });

  it('is taken over from a holder that was killed', async () => {
    const child = await holderProcess('http://127.0.0.1:4680');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await lockHolder(directory)).toBeUndefined();
    const lock = await lockDirectory(directory);
    expect(await lockHolder(directory)).toMatchObject({ pid: process.pid });
    await lock.release();
    expect(await readdir(directory)).toEqual(['owner.json']);
  });

  it('is taken over when the pid of the holder now belongs to another program', async () => {
    const self = identify(process.pid);
    await writeFile(join(directory, 'lock.json'), JSON.stringify({ ...self, startedAt: `${self?.startedAt}0` }));
    await expect(lockDirectory(directory)).resolves.toBeDefined();
  });

  it('is taken over by exactly one of many that find a dead holder at once', async () => {
    await writeFile(join(directory, 'lock.json'), JSON.stringify({ pid: 999_999_999, startedAt: 'long ago' }));
    const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => lockDirectory(directory)));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('a port', () => {
  it('that is busy is named, with what it was for and how to choose another', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    expect(await isPortFree(port)).toBe(false);
    await expect(
      claimPort({ port, use: 'the web inbox', choose: 'AVOW_INBOX_PORT=8026 npm start' }),
    ).rejects.toMatchObject({
      code: 'start.port-busy',
      message: `Port ${port}, wanted for the web inbox, is in use by another program. Free it, or choose another: AVOW_INBOX_PORT=8026 npm start`,
    });
    other.close();
    await once(other, 'close');
    expect(await claimPort({ port, use: 'the web inbox', choose: '' })).toBe(port);
  });
});

import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../integrations/embedded/ports';
import { startPinned, subjectCore } from './processes';

/** An nginx of one worker that answers 204 to everything, for a figure to compare with; undefined where there is none on this machine. */
export async function startNginx(): Promise<{ port: number; stop(): Promise<void> } | undefined> {
  if (spawnSync('nginx', ['-v']).status !== 0) return undefined;
  const directory = await mkdtemp(join(tmpdir(), 'avow-nginx-'));
  await chmod(directory, 0o755);
  const port = await freePort();
  const file = join(directory, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${directory}/${name};`,
  );
  await writeFile(
    file,
    `daemon off; master_process off; worker_processes 1; pid ${directory}/pid; error_log stderr crit; events {}
    http { access_log off; keepalive_requests 1000000000; ${temporary.join(' ')}
      server { listen 127.0.0.1:${port}; location / { return 204; } } }`,
  );
  const nginx = startPinned(subjectCore, 'nginx', '-p', directory, '-c', file);
  for (let tries = 0; tries < 100 && !(await answers(port)); tries += 1) await sleep(50);
  return {
    port,
    async stop() {
      nginx.kill('SIGKILL');
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service behind a gateway: says yes, and remembers what it was sent. */
export class Backend {
  readonly seen: IncomingHttpHeaders[] = [];
  status = 200;
  readonly #server: Server = createServer((request, response) => {
    this.seen.push(request.headers);
    response.writeHead(this.status).end('from the service');
  });

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async start(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** Runs a gateway in the foreground until it answers on its address. */
export async function startGateway(
  command: string,
  args: readonly string[],
  url: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ stop: () => Promise<void> }> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 300) {
      await end(child);
      throw new Error(`${command} did not come up: ${said}`);
    }
    const isUp = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isUp) return { stop: () => end(child) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

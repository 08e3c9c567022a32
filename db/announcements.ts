import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** The channel on which a process that has committed says so. It carries nothing: what changed is in the feed. */
const channel = 'avow_verification';

const reconnectMs = 250;
/** Commits within this time become one announcement: who hears the first one reads for longer than that. */
const restMs = 5;

/**
 * Says after commits that there is something to read, on a connection of its own. NOTIFY inside a writing transaction would make all
 * writers wait for each other at their commit; here many commits become one announcement. Losing one costs nothing but the readers' poll.
 */
export function createAnnouncer(databaseUrl: string): { announce(): void; stop(): Promise<void> } {
  let connection: Promise<Client> | undefined;
  let isDue = false;
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (isDue) {
      isDue = false;
      try {
        connection ??= connect(databaseUrl, 'avow-announcer');
        await (await connection).query(`notify ${channel}`);
        await sleep(restMs);
      } catch {
        const failed = connection;
        connection = undefined;
        void failed?.then((client) => client.end()).catch(() => undefined);
        // Readers poll. The next commit tries again.
        return;
      }
    }
  }
  return {
    announce() {
      isDue = true;
      running ??= run().finally(() => (running = undefined));
    },
    async stop() {
      isDue = false;
      await running;
      await connection?.then((client) => client.end()).catch(() => undefined);
    },
  };
}

/** Calls `heard` after every announcement, and comes back by itself when the connection is lost. */
export function listenForAnnouncements(databaseUrl: string, heard: () => void): { stop(): Promise<void> } {
  let isStopped = false;
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function listen(): Promise<void> {
    try {
      const opened = await connect(databaseUrl, 'avow-listener');
      if (isStopped) return void (await opened.end());
      client = opened;
      opened.on('notification', heard);
      opened.once('end', again);
      await opened.query(`listen ${channel}`);
      heard();
    } catch {
      again();
    }
  }
  function again(): void {
    if (client) {
      client.removeAllListeners('end');
      void client.end().catch(() => undefined);
      client = undefined;
    }
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void listen(), reconnectMs);
  }
  void listen();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}

async function connect(connectionString: string, application_name: string): Promise<Client> {
  const client = new Client({ connectionString, application_name, connectionTimeoutMillis: 2_000, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  // An announcement needs no durable commit.
  await client.query('set synchronous_commit = off');
  return client;
}

import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { lockHolder } from '../integrations/embedded/lock';
import { type ApiClient, apiClient } from './api-client';
import { operatorTokenFile } from './seed';

const usage = `npm run clock -- <developer> <how far>
  <developer>  an id (dev_…) or a part of the name; "all" moves everybody
  <how far>    30d, 2w, 6m, 1y, an ISO 8601 duration, or "next" for the next thing that happens`;

/** Moves a developer's time in the running embedded stack and tells what happened. */
async function main(): Promise<void> {
  const [developer, howFar] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  if (!developer || !howFar) throw new Error(usage);
  const directory = resolve(process.env.AVOW_DIRECTORY ?? '.avow');
  const address = (await lockHolder(directory))?.address;
  if (!address) throw new Error('Avow does not run here. Start it with `npm start`, in another terminal.');
  const api = apiClient(address, (await readFile(join(directory, operatorTokenFile), 'utf8')).trim());
  for (const { id, legalName } of await developersLike(api, developer)) {
    const moved = await api.call(
      'POST',
      `/v1/developers/${id}/clock`,
      howFar === 'next' ? { to: 'next' } : { advance: durationFrom(howFar) },
    );
    process.stdout.write(`${legalName} (${id}): ${moved.from.slice(0, 16)} → ${moved.to.slice(0, 16)}\n`);
    for (const step of moved.steps) {
      for (const decision of step.decisions)
        process.stdout.write(`  ${step.at.slice(0, 16)}  ${decision.decision.padEnd(28)} ${decision.why}\n`);
    }
    if (moved.steps.length === 0) process.stdout.write('  nothing happens until then\n');
  }
}

async function developersLike(api: ApiClient, words: string): Promise<{ id: string; legalName: string }[]> {
  if (words.startsWith('dev_')) return [await api.call('GET', `/v1/developers/${words}`)];
  const query = words === 'all' ? '' : `&search=${encodeURIComponent(words)}`;
  const { items } = await api.call('GET', `/v1/developers?limit=100${query}`);
  if (items.length === 0) throw new Error(`No developer is called like "${words}".`);
  if (items.length > 1 && words !== 'all')
    throw new Error(
      `Several are called like that: ${items.map((one: { legalName: string }) => one.legalName).join(', ')}. Say more, or give an id.`,
    );
  return items;
}

/** `30d`, `2w`, `6m`, `1y` in ISO 8601; what is ISO already stays. */
function durationFrom(text: string): string {
  const match = /^(\d+)\s*([dwmy])$/i.exec(text);
  return match ? `P${match[1]}${match[2]?.toUpperCase()}` : text;
}

main().catch((fault: Error) => {
  process.stderr.write(`${fault.message}\n`);
  process.exit(1);
});

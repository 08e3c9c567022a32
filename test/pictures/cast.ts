import { randomBytes } from 'node:crypto';
import type { AppId, DeveloperId } from '../../domain/ids';
import type { SdkProductSlug } from '../../domain/products';
import { attest, checked, fillIn, review } from '../../main/attest';
import { signatoryOf } from '../../main/seed';
import { seedDevelopers } from '../../main/seed-developers';
import { samples } from '../../main/seed-samples';
import { readSettings } from '../../main/settings';
import { startWorld, type World } from '../support/world';

/** A developer that pages are shown of. */
export interface Character {
  developerId: DeveloperId;
  appId: AppId;
  /** Of a signatory. */
  email: string;
}

/** A world with developers in every standing, and some in the middle of something. */
export interface Cast {
  world: World;
  /** By the name of the standing (`due`), or what is going on (`returned`). */
  of(name: string): Character;
}

const longName =
  'Donaudampfschifffahrtsgesellschaft für außerordentlich lange Firmennamen und Beteiligungen mbH & Co. KGaA 多瑙河轮船航运特别长名称控股有限公司';

/** Starts a world and lets its developers live through what made them so: about a minute. */
export async function assembleCast(): Promise<Cast> {
  const world = await startWorld();
  const characters = new Map<string, Character>();
  const idOf = async (role: 'am' | 'admin') =>
    (await world.db.selectFrom('staff').select('personId').where('role', '=', role).executeTakeFirstOrThrow()).personId;
  const [manager, admin] = [await idOf('am'), await idOf('admin')];
  // What lies in the past is decided by those who live through it, not by the worker's clock.
  await world.stopWorker();
  const settings = readSettings(world.environment);
  await seedDevelopers(world.db, settings, { managers: [manager, manager], admin, now: Date.now() });
  await world.startWorker();
  for (const { name } of samples) {
    const found = await signatoryOf(world.db, name);
    if (!found) throw new Error(`${name} has no signatory`);
    const [standing = ''] = name.toLowerCase().split(' ');
    characters.set(standing, { ...found, appId: await firstAppOf(world, found.developerId) });
  }
  characters.set('new', await enrol(world, 'Lantern Games', ['native', 'wechat-mini', 'taobao-mini']));
  characters.set('long', await enrol(world, longName, ['native', 'wechat-mini', 'taobao-mini'], longName));
  characters.set('answered', await enrol(world, 'Half Way Studio', ['native']));
  characters.set('returned', await enrol(world, 'Returned Reed Ltd.', ['native']));
  const signatory = await world.signIn(characters.get('answered')?.email ?? '');
  await fillIn(signatory, characters.get('answered')?.developerId ?? '');
  await returnItems(world, characters.get('returned') as Character);
  characters.set('asked', await enrol(world, 'Questioned Quarry Ltd.', ['native']));
  await askAboutItem(world, characters.get('asked') as Character);
  const { developerId, appId } = characters.get('active') as Character;
  await world.am.call('POST', `/v1/developers/${developerId}/findings`, {
    appId,
    obligation: 'notice',
    clause: '3.2',
    facts: 'Since last week the privacy policy names no vendor any more.',
    evidence: ['https://studio.example/privacy'],
  });
  return {
    world,
    of(name) {
      const character = characters.get(name);
      if (!character) throw new Error(`nobody is called ${name}: ${[...characters.keys()].join(', ')}`);
      return character;
    },
  };
}

async function enrol(
  world: World,
  legalName: string,
  products: readonly SdkProductSlug[],
  appName = legalName,
): Promise<Character> {
  const email = `signatory-${randomBytes(4).toString('hex')}@developer.example`;
  const developer = await world.backend.call('POST', '/v1/developers', {
    legalName,
    timeZone: 'Asia/Shanghai',
    country: 'CN',
    language: 'en',
    accountManagerId: world.amId,
    contacts: [
      { name: '李文', email, role: 'signatory', language: 'en' },
      { name: 'Bo Chen', email: `backup-${email}`, role: 'backup', language: 'zh-CN' },
    ],
    apps: products.map((sdkProduct) => ({ name: `${appName} ${sdkProduct}`.slice(-118), sdkProduct })),
  });
  // Following a link confirms the address.
  await world.signIn(email);
  return { developerId: developer.id, appId: developer.apps[0].id, email };
}

/** A first attestation that comes back with two items. */
async function returnItems(world: World, { developerId, email }: Character): Promise<void> {
  const signatory = await world.signIn(email);
  const [submission] = await attest(signatory, developerId);
  await checked(signatory, developerId, submission?.id ?? '');
  await review(world.am, submission?.id ?? '', 'return', ['notice', 'rights']);
}

/** A first attestation under review, with a question that has no answer yet. */
async function askAboutItem(world: World, { developerId, email }: Character): Promise<void> {
  const signatory = await world.signIn(email);
  const [submission] = await attest(signatory, developerId);
  await checked(signatory, developerId, submission?.id ?? '');
  const { items } = await world.am.call('GET', `/v1/reviews/${submission?.id}`);
  await world.am.call('POST', `/v1/reviews/${submission?.id}/questions`, {
    requirementId: items[0].requirementId,
    words: 'Your policy names “analytics partners”. Is our SDK one of them, or does another page name it?',
  });
}

async function firstAppOf(world: World, developerId: DeveloperId): Promise<AppId> {
  const { id } = await world.db
    .selectFrom('apps')
    .select('id')
    .where('developerId', '=', developerId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  return id;
}

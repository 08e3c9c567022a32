import { setTimeout as sleep } from 'node:timers/promises';
import { attest, checked, fillIn, review, sign } from '../attest';
import { historyOf } from './history';
import type { Player, Stage } from './stage';

export interface Told {
  players: Player[];
  /** What did not come out as the story says. */
  faults: string[];
  attestations: number;
  /** Growth of the histories of a developer in a year in which they attested at the first reminder. */
  quietYear: { events: number; workflowTasks: number };
}

/** Plays the three stories, one after the other, and holds each to its end state. */
export async function tellStories(stage: Stage): Promise<Told> {
  const told: Told = { players: [], faults: [], attestations: 0, quietYear: { events: 0, workflowTasks: 0 } };
  await early(stage, told);
  await lateAndCured(stage, told);
  await returnedAndExtended(stage, told);
  return told;
}

/** Attests at the first reminder, every year. */
async function early(stage: Stage, told: Told): Promise<void> {
  const player = await begin(stage, told, 'Early Bird', 'native', 'Europe/Berlin', 'DE');
  await until(stage, player, (developer) => developer.standing === 'due');
  await stage.say(player, 'the window opens; the first reminder is in the inbox');
  await attestSaying(stage, told, player);
  await settled(stage, player);
  const before = await historyOf(stage, player);
  await until(stage, player, (developer) => developer.standing === 'due');
  await attestSaying(stage, told, player);
  await settled(stage, player);
  const after = await historyOf(stage, player);
  told.quietYear = { events: after.events - before.events, workflowTasks: after.workflowTasks - before.workflowTasks };
  await expectKey(stage, told, player, 'VALID');
  await expectStanding(stage, told, player, 'active');
}

/** Does nothing: reminded, escalated, late, restricted, suspended; then attests and is back within minutes. */
async function lateAndCured(stage: Stage, told: Told): Promise<void> {
  const player = await begin(stage, told, 'Slow Reply', 'wechat-mini', 'Asia/Shanghai', 'CN');
  for (const standing of ['due', 'grace', 'restricted', 'suspended']) {
    await until(stage, player, (developer) => developer.standing === standing);
    await stage.say(player, `is ${standing}; last mail: “${await lastMail(stage, player)}”`);
  }
  await expectKey(stage, told, player, 'SUSPENDED_OBLIGATION');
  await attestSaying(stage, told, player);
  await expectStanding(stage, told, player, 'active');
  await expectKey(stage, told, player, 'VALID');
  await stage.say(player, 'is reinstated: the same key works again');
}

/** Is returned by the account manager, asks for time, is granted it, and passes. */
async function returnedAndExtended(stage: Stage, told: Told): Promise<void> {
  const player = await begin(stage, told, 'Second Try', 'taobao-mini', 'America/New_York', 'US');
  await until(stage, player, (developer) => developer.standing === 'due');
  const submissions = await sign(player.api, player.id, await fillIn(player.api, player.id, { face: true }));
  const [submission] = submissions;
  if (!submission) throw new Error('nothing was submitted');
  await checked(player.api, player.id, submission.id);
  await stage.say(player, 'attests with face data, so a person looks; the clock stands');
  await review(stage.am, submission.id, 'return', ['notice']);
  await stage.say(player, 'is returned one item: the notice has to quote the clause');
  const dueOn = (await stage.developer(player)).cycles[0]?.plans[0]?.dueOn ?? '';
  const untilOn = addDays(dueOn, 20);
  const extension = await player.api.call('POST', `/v1/developers/${player.id}/extensions`, {
    untilOn,
    plan: 'The new privacy policy is published with the next release.',
  });
  await stage.say(player, `asks for time until ${untilOn}`);
  await stage.move(player, { advance: 'P2D' });
  await stage.am.call('POST', `/v1/extensions/${extension.id}/decision`, { outcome: 'grant', reason: 'A sound plan.' });
  const granted = (await stage.developer(player)).cycles[0]?.plans[0]?.dueOn;
  if (granted !== untilOn) told.faults.push(`${player.name}: due on ${granted} after an extension until ${untilOn}`);
  await stage.say(player, `is granted it: due on ${granted}`);
  await stage.move(player, { advance: 'P30D' });
  await attestSaying(stage, told, player, { face: true });
  await expectStanding(stage, told, player, 'active');
  await expectKey(stage, told, player, 'VALID');
}

async function begin(
  stage: Stage,
  told: Told,
  name: string,
  product: Parameters<Stage['enrol']>[1],
  timeZone: string,
  country: string,
): Promise<Player> {
  const player = await stage.enrol(name, product, timeZone, country);
  told.players.push(player);
  await stage.say(player, `is enrolled with one ${product} app`);
  await attestSaying(stage, told, player);
  const key = await player.api.call('POST', `/v1/developers/${player.id}/apps/${player.appId}/keys`, {
    name: 'production',
    environment: 'live',
  });
  player.key = key.secret;
  await expectKey(stage, told, player, 'VALID');
  await stage.say(player, 'has a live key, and it verifies');
  return player;
}

async function attestSaying(stage: Stage, told: Told, player: Player, options: { face?: boolean } = {}): Promise<void> {
  for (const submission of await attest(player.api, player.id, options)) {
    const { state } = await checked(player.api, player.id, submission.id);
    if (state === 'in-review') {
      await review(stage.am, submission.id);
      await stage.say(player, 'attests; the account manager accepts');
    } else {
      await stage.say(player, 'attests; all checks are green and it is accepted at once');
    }
    told.attestations += 1;
  }
}

async function until(stage: Stage, player: Player, isSo: (developer: { standing: string }) => boolean): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    if (isSo(await stage.developer(player))) return;
    await stage.move(player, { to: 'next' });
  }
  throw new Error(`${player.name}: the story did not go on`);
}

/** The workflow has heard of the acceptance and sleeps again. */
async function settled(stage: Stage, player: Player): Promise<void> {
  await stage.move(player, { advance: 'P1D' });
  await new Promise((resolve) => setTimeout(resolve, 7_000));
}

async function lastMail(stage: Stage, player: Player): Promise<string> {
  return (await stage.inbox.list(player.email)).at(-1)?.subject ?? 'none';
}

async function expectStanding(stage: Stage, told: Told, player: Player, standing: string): Promise<void> {
  const found = (await stage.developer(player)).standing;
  if (found !== standing) told.faults.push(`${player.name} stands at ${found}, not at ${standing}`);
}

async function expectKey(stage: Stage, told: Told, player: Player, code: string): Promise<void> {
  const askedAt = Date.now();
  const ask = () => stage.backend.call('GET', '/v1/verify', undefined, { 'x-sdk-key': player.key });
  let found = await ask();
  // Until what happened before is in the answer.
  while (Date.parse(found.asOf) < askedAt) {
    await sleep(20);
    found = await ask();
  }
  if (found.code !== code) told.faults.push(`${player.name}'s key answers ${found.code}, not ${code}`);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

import { randomBytes } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Database } from '../../db/database';
import { addStaff } from '../../db/workspace/staff';
import { createToken, newToken } from '../../db/workspace/tokens';
import { type DeveloperId, idFrom, type PersonId } from '../../domain/ids';
import type { SdkProductSlug } from '../../domain/products';
import { workflowIds } from '../../workflows/messages';
import { type ApiClient, apiClient, type InboxReader, inboxReader, signIn } from '../api-client';
import type { Stack } from '../stack';

export interface Player {
  id: DeveloperId;
  name: string;
  email: string;
  appId: string;
  api: ApiClient;
  key: string;
}

/** Where the demo plays: the running stack, the vendor's people, and what was seen of sleeping histories. */
export interface Stage {
  db: Database;
  client: Client;
  inbox: InboxReader;
  am: ApiClient;
  admin: ApiClient;
  backend: ApiClient;
  amId: PersonId;
  tell(line: string): void;
  /** A line of a developer's story, with their date. */
  say(player: Player, line: string): Promise<void>;
  enrol(name: string, product: SdkProductSlug, timeZone: string, country: string): Promise<Player>;
  /** Moves a developer's time to the next step, or by a duration; looks at the sleeping history afterwards. */
  move(player: Player, howFar: { to: 'next' } | { advance: string }): Promise<void>;
  developer(player: Player): Promise<{
    standing: string;
    now: string;
    nextDueOn: string | null;
    cycles: { plans: { dueOn: string; clock: string }[] }[];
  }>;
  sleepingHistoryEventsMax(): number;
}

export async function openStage(given: {
  stack: Stack;
  db: Database;
  client: Client;
  tell: (line: string) => void;
}): Promise<Stage> {
  const { stack, db, client, tell } = given;
  const inbox = inboxReader(stack.inboxUrl);
  const api = apiClient(stack.serverUrl);
  const newId = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
  const hire = async (role: 'am' | 'admin', name: string) => {
    const personId = newId('per');
    await addStaff(db, { personId, name, email: `${role}@vendor.example`, role, language: 'en' }, Date.now());
    return personId;
  };
  const amId = await hire('am', 'Ada Fong');
  const adminId = await hire('admin', 'Ines Costa');
  const token = newToken();
  await createToken(
    db,
    {
      id: newId('tok'),
      token,
      name: 'SDK backend',
      scopes: ['verify', 'developers:read', 'developers:write'],
      expiresAt: null,
      createdBy: adminId,
    },
    Date.now(),
  );
  const admin = await signIn(api, inbox, 'admin@vendor.example');
  const backend = api.as(token);
  let longest = 0;

  const stage: Stage = {
    db,
    client,
    inbox,
    am: await signIn(api, inbox, 'am@vendor.example'),
    admin,
    backend,
    amId,
    tell,
    async say(player, line) {
      const { now } = await stage.developer(player);
      tell(`${now.slice(0, 16).replace('T', ' ')}  ${player.name.padEnd(18)} ${line}`);
    },
    async enrol(name, product, timeZone, country) {
      const email = `signatory@${name.toLowerCase().replaceAll(' ', '-')}.example`;
      const developer = await backend.call('POST', '/v1/developers', {
        legalName: name,
        timeZone,
        country,
        language: 'en',
        accountManagerId: amId,
        contacts: [
          { name: 'Mei Lin', email, role: 'signatory', language: 'en' },
          { name: 'Bo Chen', email: email.replace('signatory', 'backup'), role: 'backup', language: 'en' },
        ],
        apps: [{ name: `${name} Mirror`, sdkProduct: product }],
      });
      return {
        id: developer.id,
        name,
        email,
        appId: developer.apps[0].id,
        api: await signIn(api, inbox, email),
        key: '',
      };
    },
    async move(player, howFar) {
      await admin.call('POST', `/v1/developers/${player.id}/clock`, howFar);
      const { historyLength } = await client.workflow.getHandle(workflowIds.developerObligations(player.id)).describe();
      longest = Math.max(longest, historyLength);
    },
    developer: (player) => admin.call('GET', `/v1/developers/${player.id}`),
    sleepingHistoryEventsMax: () => longest,
  };
  return stage;
}

import { randomBytes } from 'node:crypto';
import { openDatabase } from '../../db/database';
import { addStaff } from '../../db/workspace/staff';
import { idFrom, type PersonId } from '../../domain/ids';
import type { StaffRole } from '../../domain/permissions';
import { apiClient, inboxReader, signIn } from '../api-client';
import { readSettings } from '../settings';
import { liveMassLapse } from './mass-lapse-past';
import { faultsOfMassLapse, type MassLapseFigures, playMassLapse } from './mass-lapse-play';
import { openThrowAwayStack } from './throw-away-stack';

const count = 300;

/** `npm run demo -- --mass-lapse [--json]`: three hundred apps are due in one slot; enforcement stops and asks. */
export async function demoMassLapse(
  tell: (line: string) => void,
): Promise<{ figures: MassLapseFigures; faults: string[] }> {
  let lapsed = 0;
  const { stack, db, leave } = await openThrowAwayStack(tell, async (environment) => {
    const settings = readSettings(environment);
    const before = openDatabase(settings.databaseUrl);
    try {
      const hire = async (role: StaffRole, name: string): Promise<PersonId> => {
        const personId = idFrom('per', randomBytes(20));
        await addStaff(before, { personId, name, email: `${role}@vendor.example`, role, language: 'en' }, Date.now());
        return personId;
      };
      const manager = await hire('am', 'Ada Fong');
      await hire('lead', 'Lea Mori');
      const admin = await hire('admin', 'Ines Costa');
      tell(`living through a quarter of a year with ${count} developers who never answer …`);
      lapsed = (await liveMassLapse(before, settings, { count, admin, manager })).length;
    } finally {
      await before.destroy();
    }
  });
  try {
    const inbox = inboxReader(stack.inboxUrl);
    const api = apiClient(stack.serverUrl);
    const am = await signIn(api, inbox, 'am@vendor.example');
    const lead = await signIn(api, inbox, 'lead@vendor.example');
    const figures = await playMassLapse({ db, inbox, am, lead, lapsed, tell });
    return { figures, faults: faultsOfMassLapse(figures) };
  } finally {
    await leave();
  }
}

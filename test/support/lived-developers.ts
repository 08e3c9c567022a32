import { randomBytes } from 'node:crypto';
import type { Database } from '../../db/database';
import { createTransact, type LifecycleDeps, type Transact } from '../../db/lifecycle/transact';
import { currentCatalogueVersion } from '../../domain/catalogue';
import { type AppId, type DeveloperId, idFrom } from '../../domain/ids';
import { obligations } from '../../domain/obligations';
import { defaultTerms } from '../../domain/terms';
import { newDeveloperWithApp } from './new-developer';

const id = <Prefix extends string>(prefix: Prefix) => idFrom(prefix, randomBytes(20));
const system = { kind: 'system', id: 'test' } as const;
const clockActor = { kind: 'clock', id: 'clock' } as const;

/** Developers who live through their cycles by the transaction alone, on a clock that a test turns. */
export function livedDevelopers(db: Database) {
  const time = { now: Date.parse('2026-11-23T04:00:00Z') };
  const transactWith = (changes: Partial<LifecycleDeps> = {}): Transact =>
    createTransact({
      db,
      clock: { now: () => time.now },
      terms: { ...defaultTerms, bounceWindow: 'PT0S' },
      calendars: {},
      catalogueVersion: currentCatalogueVersion,
      isEmbedded: true,
      ...changes,
    });
  const transact = transactWith();

  const enrol = () => newDeveloperWithApp(transact);

  /** Accepts every notice, takes every wake-up, until the developer stands there or a year is over. */
  async function liveUntil(developerId: DeveloperId, standing: string, with_: Transact = transact): Promise<void> {
    for (let steps = 0; steps < 80; steps += 1) {
      const queued = await db
        .selectFrom('notices')
        .select('id')
        .where('developerId', '=', developerId)
        .where('state', '=', 'queued')
        .execute();
      for (const { id: noticeId } of queued)
        await with_(developerId, {
          id: id('evt'),
          type: 'notice.accepted',
          actor: system,
          noticeId,
          acceptedAt: time.now,
        });
      const app = await db
        .selectFrom('apps')
        .select('standing')
        .where('developerId', '=', developerId)
        .executeTakeFirstOrThrow();
      if (app.standing === standing) return;
      const { nextWakeAt } = await db
        .selectFrom('developers')
        .select('nextWakeAt')
        .where('id', '=', developerId)
        .executeTakeFirstOrThrow();
      if (nextWakeAt === null) return;
      time.now = Math.max(time.now, nextWakeAt);
      await with_(developerId, { id: id('evt'), type: 'clock.ticked', actor: clockActor });
    }
  }

  async function attest(developerId: DeveloperId, appId: AppId): Promise<void> {
    const { state } = await transact(developerId, {
      id: id('evt'),
      type: 'submission.signed',
      actor: { kind: 'person', id: id('per') },
      signatureId: id('sig'),
      apps: [
        { appId, statements: obligations.map((obligation) => ({ obligation, statementId: id('stm') })), riskFlags: [] },
      ],
    });
    const submissionId = state.submissions.find((row) => row.answeredAt === null)?.id ?? id('sub');
    const { state: checked } = await transact(developerId, {
      id: id('evt'),
      type: 'checks.completed',
      actor: system,
      submissionId,
      outcome: 'green',
    });
    const items = checked.requirements.filter((row) => row.submissionId === submissionId && row.state === 'submitted');
    if (items.length === 0) return;
    await transact(developerId, {
      id: id('evt'),
      type: 'review.decided',
      actor: { kind: 'staff', id: id('per'), role: 'am' },
      submissionId,
      items: items.map((row) => ({ requirementId: row.id, outcome: 'accept' })),
    });
  }

  return { time, transact, transactWith, enrol, liveUntil, attest };
}

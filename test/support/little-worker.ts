import { setTimeout as sleep } from 'node:timers/promises';
import { obligationNow, offsetOf } from '../../db/lifecycle/transact';
import type { DeveloperId, NoticeId, PersonId } from '../../domain/ids';
import { fresh } from './attestation';
import type { TestServer } from './server';

/**
 * Does in this process what workflows and mail do elsewhere: ticks developers who are to be woken and takes every notice as delivered
 * to the first signatory. Returns how many rows of the outbox it saw to.
 */
export async function workOnce(server: TestServer): Promise<number> {
  const { db, lifecycle } = server.deps;
  const rows = await db.selectFrom('outbox').selectAll().where('deliveredAt', 'is', null).orderBy('id').execute();
  for (const row of rows) {
    const developerId = row.payload.developerId as DeveloperId;
    const id = fresh('evt');
    await db
      .updateTable('outbox')
      .set({ deliveredAt: new Date(server.time.now) })
      .where('id', '=', row.id)
      .execute();
    if (row.kind === 'wake-developer')
      await lifecycle.transact(developerId, { id, type: 'clock.ticked', actor: { kind: 'clock', id: 'clock' } });
    if (row.kind === 'deliver-notice') await deliver(server, developerId, row.subject as NoticeId);
  }
  return rows.length;
}

/** Works until nothing is left to do. */
export async function work(server: TestServer): Promise<void> {
  while ((await workOnce(server)) > 0);
}

/** Works beside something else, until that is done. */
export async function workBeside<Result>(server: TestServer, beside: Promise<Result>): Promise<Result> {
  const done = new AbortController();
  const watched = beside.finally(() => done.abort());
  const worker = (async () => {
    while (!done.signal.aborted) if ((await workOnce(server)) === 0) await sleep(10);
  })();
  const [result] = await Promise.all([watched, worker]);
  return result;
}

async function deliver(server: TestServer, developerId: DeveloperId, noticeId: NoticeId): Promise<void> {
  const { db, lifecycle } = server.deps;
  const notice = await db.selectFrom('notices').selectAll().where('id', '=', noticeId).executeTakeFirstOrThrow();
  if (notice.state !== 'queued') return;
  const acceptedAt = obligationNow(server.time.now, await offsetOf(db, lifecycle, developerId), null);
  const signatory = await db
    .selectFrom('memberships')
    .select('personId')
    .where('developerId', '=', developerId)
    .where('role', '=', 'signatory')
    .executeTakeFirst();
  const isForVendor = notice.template === 'task';
  await db
    .insertInto('deliveries')
    .values({
      noticeId,
      developerId,
      personId: isForVendor ? fresh('per') : (signatory?.personId as PersonId),
      audience: isForVendor ? 'am' : 'signatory',
      messageId: `<${noticeId}@vendor.example>`,
      state: 'accepted',
      attempts: 1,
      response: '250 taken',
      sentAt: new Date(server.time.now),
      settledAt: new Date(acceptedAt),
      subject: `About ${notice.template}`,
      text: 'Words.',
      html: '<p>Words.</p>',
    })
    .execute();
  await lifecycle.transact(developerId, {
    id: fresh('evt'),
    type: 'notice.accepted',
    actor: { kind: 'system', id: 'mail' },
    noticeId,
    acceptedAt,
  });
}

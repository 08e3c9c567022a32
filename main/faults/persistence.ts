import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiClient, ApiProblem } from '../api-client';

/** Asks until it is so, or the time is up; what cannot be asked just now is not so yet. */
export async function until(isSo: () => Promise<boolean>, milliseconds: number, everyMs = 20): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    if (await isSo().catch(() => false)) return true;
    if (performance.now() > deadline) return false;
    await sleep(everyMs);
  }
}

/**
 * Sends a request as a client of a real backend does: again, with the same Idempotency-Key, until it is answered.
 * `isMoot` may end it early, with null. Throws a refusal that another try would not change, or the last fault after `milliseconds`.
 */
export async function persist(
  api: ApiClient,
  request: { method: string; path: string; body: unknown; isMoot?: () => Promise<boolean> },
  milliseconds: number,
): Promise<unknown> {
  const headers = { 'idempotency-key': randomUUID() };
  const deadline = performance.now() + milliseconds;
  for (;;) {
    try {
      return await api.call(request.method, request.path, request.body, headers);
    } catch (fault) {
      if (!isPassing(fault) || performance.now() > deadline) throw fault;
    }
    await sleep(100);
    if (await request.isMoot?.().catch(() => false)) return null;
  }
}

/** Whether the same request may be answered later: nobody there, broken off, overloaded, or still at work. */
function isPassing(fault: unknown): boolean {
  if (!(fault instanceof ApiProblem)) return true;
  return fault.status >= 500 || fault.status === 429 || fault.code === 'request.in-progress';
}

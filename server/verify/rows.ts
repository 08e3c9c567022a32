import type { Instant } from '../../domain/calendar/instant';
import type { Answers } from './answers';
import type { Follower } from './follower';

/**
 * One key as gateways and packages are told of it: `[hash, code, keyId, appId, developerId, sdkProduct, environment, state, dueOn, expiresAt]`.
 * The end of a rolled key goes with it, because nobody announces that moment.
 */
export function rowText(follower: Follower, answers: Answers, entry: number, now: Instant): string {
  const { keys, apps } = follower.knowledge;
  const app = keys.app(entry);
  const dueOn = apps.dueOn(app);
  const endsAt = follower.knowledge.endsAt(entry);
  return (
    `["${keys.hash(entry)}","${answers.code(entry, now)}","${keys.id(entry)}","${apps.id(app)}","${apps.developerId(app)}",` +
    `"${apps.sdkProduct(app)}","${keys.environment(entry)}","${apps.standing(app)}",` +
    `${dueOn === null ? 'null' : `"${dueOn}"`},${endsAt === null ? 'null' : `"${new Date(endsAt).toISOString()}"`}]`
  );
}

/** Rows of all keys that verify, some hundred texts at a time. New ones that come meanwhile are not waited for. */
export function* allRows(follower: Follower, answers: Answers, now: Instant): Generator<string[]> {
  const { knowledge } = follower;
  const { size } = knowledge.keys;
  for (let from = 0; from < size; from += 500) {
    const texts: string[] = [];
    for (let entry = from; entry < Math.min(size, from + 500); entry += 1)
      if (!knowledge.keys.isGone(entry)) texts.push(rowText(follower, answers, entry, now));
    if (follower.knowledge !== knowledge) return;
    yield texts;
  }
}

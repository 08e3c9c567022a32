import type { NoticeId } from '../../domain/ids';
import type { Actor } from './cast';
import type { Before, Finding } from './finding';
import type { Stage } from './stage';

interface Mail {
  to: string[];
  messageId: string;
  subject: string;
  /** The notice that it carries. */
  noticeId: string;
}

/**
 * Every notice of the trial was accepted and lies in the inbox of each recipient, under one Message-ID however often it was sent;
 * there is no mail beside these, and no notice twice.
 */
export async function judgeMails(stage: Stage, actor: Actor, before: Before): Promise<Finding> {
  const lost: string[] = [];
  const doubled: string[] = [];
  const fresh = (await noticesOf(stage, actor)).filter(({ id }) => !before.noticeIds.includes(id));
  const mails = await mailsSince(stage, before.at);
  const names = fresh.map(({ template, scope, rung, facts }) => `${template} ${scope} ${rung} ${facts.task?.subject}`);
  for (const name of names.filter((one, index) => names.indexOf(one) !== index)) doubled.push(`the notice ${name}`);
  for (const notice of fresh) {
    if (notice.state !== 'accepted') lost.push(`the ${notice.template} is ${notice.state}`);
    const deliveries = await deliveriesOf(stage, notice.id);
    if (deliveries.length === 0) lost.push(`the ${notice.template} went to nobody`);
    for (const { email, state } of deliveries) {
      const arrived = mails.filter((mail) => mail.noticeId === notice.id && mail.to.includes(email ?? ''));
      const ids = new Set(arrived.map((mail) => mail.messageId));
      if (state !== 'accepted') lost.push(`the delivery of the ${notice.template} to ${email} is ${state}`);
      if (ids.size === 0) lost.push(`no mail of the ${notice.template} to ${email}`);
      if (ids.size > 1) doubled.push(`${ids.size} Message-IDs of the ${notice.template} to ${email}`);
    }
  }
  const own = await ownNotices(stage, actor);
  for (const mail of mails.filter(({ noticeId }) => own.has(noticeId)))
    if (before.noticeIds.includes(mail.noticeId)) doubled.push(`"${mail.subject}" of before came again`);
  return { lost, doubled };
}

/** How many mails came again under the Message-ID they had: what a crash between a mail and its note may bring about. */
export async function resentSince(stage: Stage, at: number): Promise<number> {
  const mails = (await mailsSince(stage, at)).map(({ messageId, to }) => `${messageId} ${to.join(' ')}`);
  return mails.length - new Set(mails).size;
}

function noticesOf({ db }: Stage, { id }: Actor) {
  return db
    .selectFrom('notices')
    .select(['id', 'template', 'scope', 'rung', 'facts', 'state'])
    .where('developerId', '=', id)
    .execute();
}

async function ownNotices(stage: Stage, actor: Actor): Promise<Set<string>> {
  return new Set((await noticesOf(stage, actor)).map(({ id }) => id));
}

function deliveriesOf({ db }: Stage, noticeId: NoticeId) {
  return db
    .selectFrom('deliveries')
    .innerJoin('people', 'people.id', 'deliveries.personId')
    .select(['people.email', 'deliveries.state'])
    .where('noticeId', '=', noticeId)
    .execute();
}

async function mailsSince({ stack }: Stage, at: number): Promise<Mail[]> {
  const read = async (path: string) => (await fetch(`${stack.inboxUrl}${path}`)).json();
  const { messages } = (await read(`/api/messages?since=${at}`)) as { messages: { id: string }[] };
  const mails: Mail[] = [];
  for (const { id } of messages) {
    const mail = (await read(`/api/messages/${id}`)) as Mail & { headers: Record<string, string> };
    mails.push({ ...mail, noticeId: mail.headers['x-avow-notice'] ?? '' });
  }
  return mails;
}

import type { Stage } from './stage';
import type { Told } from './stories';

const dayMs = 86_400_000;

export interface Figures {
  developers: number;
  simulatedDays: number;
  attestations: number;
  noticesDelivered: number;
  noticesDuplicated: number;
  suspensions: number;
  reinstatements: number;
  suspensionsWithoutNotice: number;
  eventsPerQuietYear: number;
  workflowTasksPerQuietYear: number;
  sleepingHistoryEventsMax: number;
}

/** Counts from the inbox and the audit rows what happened: nothing here is a counter that the story kept. */
export async function measure(stage: Stage, told: Told): Promise<Figures> {
  const audit = await stage.db
    .selectFrom('auditEntries')
    .select(['decision', 'subject', 'data', 'at', 'developerId'])
    .orderBy('seq')
    .execute();
  const mails = (await stage.inbox.list()).filter((mail) => mail.messageId.includes('ntc_'));
  const seen = new Map<string, number>();
  for (const mail of mails)
    for (const to of mail.to) seen.set(`${mail.messageId} ${to}`, (seen.get(`${mail.messageId} ${to}`) ?? 0) + 1);
  const accepted = new Map(
    audit.filter((entry) => entry.decision === 'notice.accepted').map((entry) => [entry.subject, entry]),
  );
  const inInbox = (noticeId: unknown) => mails.some((mail) => mail.messageId.includes(String(noticeId)));
  const hasNotices = (entry: (typeof audit)[number]) => {
    const { formalNoticeId, finalNoticeId } = entry.data as { formalNoticeId?: string; finalNoticeId?: string };
    const formal = accepted.get(String(formalNoticeId));
    const final = accepted.get(String(finalNoticeId));
    if (!formal || !final || !inInbox(formalNoticeId) || !inInbox(finalNoticeId)) return false;
    return entry.at - formal.at >= 14 * dayMs && entry.at - final.at >= 3 * dayMs && entry.at - final.at <= 14 * dayMs;
  };
  const suspensions = audit.filter((entry) => entry.decision === 'suspension.opened');
  const now = await Promise.all(told.players.map(async (player) => Date.parse((await stage.developer(player)).now)));
  return {
    developers: told.players.length,
    simulatedDays: Math.round(now.reduce((sum, at) => sum + (at - Date.now()) / dayMs, 0)),
    attestations: audit.filter((entry) => entry.decision === 'app.accepted').length,
    noticesDelivered: accepted.size,
    noticesDuplicated: [...seen.values()].filter((count) => count > 1).length + queuedTwice(audit),
    suspensions: suspensions.length,
    reinstatements: audit.filter((entry) => entry.decision === 'suspension.lifted').length,
    suspensionsWithoutNotice: suspensions.filter((entry) => !hasNotices(entry)).length,
    eventsPerQuietYear: told.quietYear.events,
    workflowTasksPerQuietYear: told.quietYear.workflowTasks,
    sleepingHistoryEventsMax: stage.sleepingHistoryEventsMax(),
  };
}

/** Formal and final notices that were queued more than once for the same app and moment of its plan. */
function queuedTwice(
  audit: readonly { decision: string; developerId: string; at: number; data: Record<string, unknown> }[],
): number {
  const keys = audit
    .filter(
      (entry) =>
        entry.decision === 'notice.queued' &&
        ['formal-notice', 'final-notice', 'suspended', 'restricted'].includes(String(entry.data.template)),
    )
    .map(
      (entry) =>
        `${entry.developerId} ${entry.data.template} ${JSON.stringify(entry.data.apps)} ${Math.floor(entry.at / dayMs)}`,
    );
  return keys.length - new Set(keys).size;
}

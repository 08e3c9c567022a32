import { SimpleGrid, Text } from '@mantine/core';
import type { getDeskToday } from '../../../../api/desk';
import type { AnswerOf } from '../../../client/asked';
import { useStaffName } from '../../../desk/staff-names';
import { dayText } from '../../../moment/zoned';
import { useNoticeWords } from '../../../notice/words';
import { paths } from '../../../paths';
import { EmptyState } from '../../../shell/empty-state';
import { useSession } from '../../../shell/session';
import { useStateWords } from '../../../standing/words';
import { useLanguage } from '../../../words/words';
import { NeedCard, type NeedShown } from './need-card';
import { useTodayWords } from './words';

export type DeskToday = AnswerOf<typeof getDeskToday>;

/** What waits for somebody, kind by kind; kinds with nothing in them are one line. */
export function Needs({ today }: { today: DeskToday }) {
  const t = useTodayWords();
  const language = useLanguage();
  const kinds = useKinds(today);
  const full = kinds.filter(({ count }) => count > 0);
  const empty = kinds.filter(({ count }) => count === 0).map(({ kind }) => withinSentence(t(`kind.${kind}`), language));
  if (full.length === 0 && today.suspensions.count === 0)
    return <EmptyState title={t('needs.nothing')}>{t('needs.nothingWhat')}</EmptyState>;
  return (
    <>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {full.map((need) => (
          <NeedCard key={need.kind} need={need} />
        ))}
      </SimpleGrid>
      {empty.length > 0 && (
        <Text c="dimmed">{t('needs.alsoNothing', { kinds: new Intl.ListFormat(language).format(empty) })}</Text>
      )}
    </>
  );
}

/** What is a title elsewhere goes on in small letters. */
function withinSentence(title: string, language: string): string {
  return title.slice(0, 1).toLocaleLowerCase(language) + title.slice(1);
}

/** Each kind with where its things are seen to. */
function useKinds(today: DeskToday): NeedShown[] {
  const t = useTodayWords();
  const stateWords = useStateWords();
  const noticeWords = useNoticeWords();
  const language = useLanguage();
  const staffName = useStaffName();
  const { person } = useSession();
  const short = (day: string) => dayText(day, language, { isShort: true });
  const { reviews, answers, extensions, exemptions, appeals, findings, bounced, notStarted } = today;
  return [
    {
      kind: 'reviews',
      ...reviews,
      all: paths.deskReviews(),
      items: reviews.items.map((one) => ({
        ...one,
        id: one.submissionId,
        to: paths.deskReview(one.submissionId),
        what: one.hasAnswers ? `${one.app.name} · ${t('item.answered')}` : one.app.name,
      })),
    },
    {
      kind: 'answers',
      ...answers,
      all: paths.deskReviews(),
      items: answers.items.map((one) => {
        const asked = one.askedBy === person.id ? t('item.youAsked') : t('item.asked', { who: staffName(one.askedBy) });
        return {
          ...one,
          id: one.questionId,
          to: paths.deskReview(one.submissionId, one.requirementId),
          what: `${one.app.name} · ${stateWords(`step.${one.obligation}`)} · ${asked}`,
        };
      }),
    },
    {
      kind: 'extensions',
      ...extensions,
      all: paths.deskExtensions(),
      items: extensions.items.map((one) => ({
        ...one,
        id: one.extensionId,
        to: paths.deskExtensions(),
        what: t('item.until', { day: short(one.untilOn) }),
      })),
    },
    {
      kind: 'exemptions',
      ...exemptions,
      all: `${paths.deskLegal()}?state=claimed`,
      items: exemptions.items.map((one) => ({
        ...one,
        id: one.exemptionId,
        to: paths.deskReview(one.submissionId),
        what: `${one.app.name} · ${t('item.until', { day: short(one.askedUntilOn) })}`,
      })),
    },
    {
      kind: 'appeals',
      ...appeals,
      all: paths.deskAppeals(),
      items: appeals.items.map((one) => ({
        ...one,
        id: one.appealId,
        to: paths.deskAppeals(),
        what: `${one.app.name} · ${t(one.isAcknowledged ? 'item.decision' : 'item.first')}`,
      })),
    },
    {
      kind: 'findings',
      ...findings,
      all: null,
      items: findings.items.map((one) => ({
        ...one,
        id: one.findingId,
        to: paths.deskDeveloper(one.developer.id, 'findings'),
        what: `${one.app.name} · ${stateWords(`step.${one.obligation}`)}`,
      })),
    },
    {
      kind: 'bounced',
      ...bounced,
      all: `${paths.deskDevelopers()}?isUnreachable=true`,
      items: bounced.items.map((one) => ({
        ...one,
        id: one.noticeId,
        to: paths.deskNotice(one.developer.id, one.noticeId),
        what: noticeWords(`template.${one.template}`),
      })),
    },
    {
      kind: 'notStarted',
      ...notStarted,
      all: null,
      items: notStarted.items.map((one) => ({
        ...one,
        id: one.cycleId,
        to: paths.deskDeveloper(one.developer.id),
        what: t('item.due', { day: short(one.dueOn) }),
      })),
    },
  ];
}

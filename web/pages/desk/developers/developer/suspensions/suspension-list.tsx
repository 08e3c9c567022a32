import { Text } from '@mantine/core';
import { liftSuspension, listSuspensions } from '../../../../../../api/suspensions';
import type { StaffRole } from '../../../../../../domain/permissions';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { useViews, wholeOf } from '../../../../../client/view';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { Moment } from '../../../../../moment/moment';
import { Sentence } from '../../../../../words/words';
import type { DeskDeveloper } from '../developer-page';
import { CaseCard, Section } from './case-card';
import { Undoing } from './undoing';
import { useSuspensionWords } from './words';

export type Suspension = AnswerOf<typeof listSuspensions>['items'][number];

/** Suspensions with their class; each is lifted by those whom its class names. */
export function SuspensionList({ developer }: { developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const [items] = useViews(wholeOf(listSuspensions, { params: { developerId: developer.id } }));
  return (
    <Section title={t('suspensions.title')}>
      {items.length === 0 && <Text c="dimmed">{t('suspensions.none')}</Text>}
      {items.map((suspension) => (
        <One key={suspension.id} suspension={suspension} developer={developer} />
      ))}
    </Section>
  );
}

function One({ suspension, developer }: { suspension: Suspension; developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const lifting = useCommand(liftSuspension);
  const around = { now: developer.now, timeZone: developer.timeZone };
  const app = developer.apps.find(({ id }) => id === suspension.appId)?.name ?? suspension.appId;
  const { liftedAt, liftedBy } = suspension;
  return (
    <CaseCard
      title={`${app}: ${t(`suspensions.class.${suspension.class}`)}`}
      look={liftedAt ? { color: 'gray', icon: 'check' } : { color: 'over', icon: 'pause' }}
      state={t(liftedAt ? (liftedBy === 'undone' ? 'suspensions.undone' : 'suspensions.lifted') : 'suspensions.open')}
      facts={
        <>
          <Sentence t={t} of="suspensions.since" elements={{ at: <Moment at={suspension.openedAt} {...around} /> }} />
          {liftedAt && liftedBy && (
            <>
              {' · '}
              <Sentence
                t={t}
                of="suspensions.liftedAt"
                values={{ by: t(`suspensions.by.${liftedBy}`) }}
                elements={{ at: <Moment at={liftedAt} {...around} /> }}
              />
            </>
          )}
        </>
      }
      words={suspension.liftReason ?? suspension.reason}
    >
      {!liftedAt && <Undoing suspension={suspension} app={app} />}
      {!liftedAt && (
        <ReasonedAct
          act="liftSuspension"
          subject={{ state: 'open', roles: liftersOf(suspension.class) }}
          label={t('suspensions.lift')}
          what={t('suspensions.liftWhat', { app })}
          reason={t('reason')}
          command={lifting}
          given={(reason) => ({ params: { suspensionId: suspension.id }, body: { reason } })}
          variant="default"
        />
      )}
    </CaseCard>
  );
}

/** As the operation says: legal lifts any; those that account managers decided also they, leads and administrators. */
function liftersOf(suspensionClass: Suspension['class']): readonly StaffRole[] {
  return suspensionClass === 'account-manager' ? ['am', 'lead', 'admin', 'legal'] : ['legal'];
}

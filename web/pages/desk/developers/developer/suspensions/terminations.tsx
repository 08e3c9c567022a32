import { Select, Text } from '@mantine/core';
import { useState } from 'react';
import {
  announceTermination,
  confirmTermination,
  listTerminations,
  withdrawTermination,
} from '../../../../../../api/terminations';
import type { AppId } from '../../../../../../domain/ids';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { useViews, wholeOf } from '../../../../../client/view';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { useStaffName } from '../../../../../desk/staff-names';
import { Moment } from '../../../../../moment/moment';
import type { Look } from '../../../../../standing/looks';
import { Sentence } from '../../../../../words/words';
import type { DeskDeveloper } from '../developer-page';
import { CaseCard, Section } from './case-card';
import { useSuspensionWords } from './words';

type Termination = AnswerOf<typeof listTerminations>['items'][number];

const looks: Readonly<Record<Termination['state'], Look>> = {
  announced: { color: 'near', icon: 'clock' },
  executed: { color: 'over', icon: 'stop' },
  withdrawn: { color: 'gray', icon: 'reply' },
  cured: { color: 'good', icon: 'check' },
};

/** Ends for good, announced by one person and confirmed by another once the notice has run out. */
export function Terminations({ developer }: { developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const [items] = useViews(wholeOf(listTerminations, { params: { developerId: developer.id } }));
  return (
    <Section title={t('terminations.title')} acts={<Announcing developer={developer} />}>
      {items.length === 0 && <Text c="dimmed">{t('terminations.none')}</Text>}
      {items.map((termination) => (
        <One key={termination.id} termination={termination} developer={developer} />
      ))}
    </Section>
  );
}

function Announcing({ developer }: { developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const revoking = useCommand(announceTermination);
  const offboarding = useCommand(announceTermination);
  const [chosen, setChosen] = useState<AppId | null>(null);
  const params = { developerId: developer.id };
  const apps = developer.apps.filter(({ suspendedFor }) =>
    suspendedFor.some((one) => one === 'obligation' || one === 'finding'),
  );
  const appId = chosen ?? apps[0]?.id;
  return (
    <>
      <ReasonedAct
        act="announceTermination"
        refusal={apps.length === 0 ? t('terminations.notSuspended') : null}
        label={t('terminations.revoke')}
        what={t('terminations.revokeWhat')}
        reason={t('reason')}
        command={revoking}
        given={(reason) => (appId ? { params, body: { kind: 'revocation' as const, appId, reason } } : null)}
        color="over"
        variant="outline"
      >
        <Select
          label={t('requests.app')}
          data={apps.map(({ id, name }) => ({ value: id, label: name }))}
          value={appId ?? null}
          onChange={setChosen}
          allowDeselect={false}
          required
        />
      </ReasonedAct>
      <ReasonedAct
        act="announceTermination"
        label={t('terminations.offboard')}
        what={t('terminations.offboardWhat')}
        reason={t('reason')}
        command={offboarding}
        given={(reason) => ({ params, body: { kind: 'offboarding' as const, reason } })}
        color="over"
        variant="outline"
      />
    </>
  );
}

function One({ termination, developer }: { termination: Termination; developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const nameOf = useStaffName();
  const confirming = useCommand(confirmTermination);
  const withdrawing = useCommand(withdrawTermination);
  const { state, kind, notBeforeAt } = termination;
  const around = { now: developer.now, timeZone: developer.timeZone };
  const params = { terminationId: termination.id };
  const app = developer.apps.find(({ id }) => id === termination.appId)?.name ?? '';
  const isRipe = notBeforeAt !== null && Date.parse(notBeforeAt) <= Date.parse(developer.now);
  return (
    <CaseCard
      title={t(`terminations.kind.${kind}`, { app })}
      look={looks[state]}
      state={t(`terminations.state.${state}`)}
      facts={
        <>
          <Sentence
            t={t}
            of="terminations.by"
            values={{ who: nameOf(termination.announcedBy) }}
            elements={{ at: <Moment at={termination.announcedAt} {...around} /> }}
          />
          {state === 'announced' && ' · '}
          {state === 'announced' && notBeforeAt && (
            <Sentence t={t} of="terminations.notBefore" elements={{ at: <Moment at={notBeforeAt} {...around} /> }} />
          )}
          {state === 'announced' && !notBeforeAt && t('terminations.waits')}
        </>
      }
      words={termination.reason}
    >
      {state === 'announced' && (
        <>
          <ReasonedAct
            act="confirmTermination"
            subject={{ state, begunBy: termination.announcedBy }}
            refusal={isRipe ? null : t('terminations.tooEarly')}
            label={t('terminations.confirm')}
            what={t('terminations.confirmWhat')}
            command={confirming}
            given={() => ({ params })}
            color="over"
          />
          <ReasonedAct
            act="withdrawTermination"
            subject={{ state }}
            label={t('terminations.withdraw')}
            what={t('terminations.withdrawWhat')}
            command={withdrawing}
            given={() => ({ params })}
            variant="default"
          />
        </>
      )}
    </CaseCard>
  );
}

import { Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import {
  confirmSuspension,
  listSuspensionRequests,
  refuseSuspension,
  requestSuspension,
  withdrawSuspension,
} from '../../../../../../api/suspensions';
import type { AppId } from '../../../../../../domain/ids';
import { type DecidedClass, decidersOf } from '../../../../../../domain/lifecycle/suspension-requests';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { useViews, wholeOf } from '../../../../../client/view';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { useStaffName } from '../../../../../desk/staff-names';
import { Moment } from '../../../../../moment/moment';
import { useSession } from '../../../../../shell/session';
import type { Look } from '../../../../../standing/looks';
import { Sentence } from '../../../../../words/words';
import type { DeskDeveloper } from '../developer-page';
import { CaseCard, Section } from './case-card';
import { useSuspensionWords } from './words';

type Request = AnswerOf<typeof listSuspensionRequests>['items'][number];

const looks: Readonly<Record<Request['state'], Look>> = {
  open: { color: 'near', icon: 'people' },
  confirmed: { color: 'over', icon: 'pause' },
  refused: { color: 'gray', icon: 'cross' },
  withdrawn: { color: 'gray', icon: 'reply' },
};

/** Suspensions that one person asks for and another confirms. */
export function SuspensionRequests({ developer }: { developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const [items] = useViews(wholeOf(listSuspensionRequests, { params: { developerId: developer.id } }));
  return (
    <Section title={t('requests.title')} acts={<Asking developer={developer} />}>
      {items.length === 0 && <Text c="dimmed">{t('requests.none')}</Text>}
      {items.map((request) => (
        <One key={request.id} request={request} developer={developer} />
      ))}
    </Section>
  );
}

function Asking({ developer }: { developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const { staff } = useSession();
  const asking = useCommand(requestSuspension);
  const classes = (['account-manager', 'legal'] as const).filter(
    (one) => staff && decidersOf[one].includes(staff.role),
  );
  const [appId, setAppId] = useState<AppId | null>(null);
  const [given, setGiven] = useState<DecidedClass | null>(null);
  const [clause, setClause] = useState('');
  const decidedClass = given ?? classes[0] ?? null;
  return (
    <ReasonedAct
      act="requestSuspension"
      label={t('requests.ask')}
      what={t('requests.askWhat')}
      reason={t('reason')}
      command={asking}
      given={(reason) =>
        appId === null || decidedClass === null || clause.trim() === ''
          ? null
          : {
              params: { developerId: developer.id },
              body: { appId, class: decidedClass, reason, clause: clause.trim() },
            }
      }
      color="over"
      variant="outline"
    >
      <Select
        label={t('requests.app')}
        data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
        value={appId}
        onChange={setAppId}
        required
      />
      <Select
        label={t('requests.class')}
        data={classes.map((value) => ({ value, label: t(value === 'legal' ? 'requests.legal' : 'requests.account') }))}
        value={decidedClass}
        onChange={setGiven}
        allowDeselect={false}
        required
      />
      <TextInput
        label={t('requests.clause')}
        value={clause}
        onChange={(event) => setClause(event.currentTarget.value)}
        maxLength={200}
        required
      />
    </ReasonedAct>
  );
}

function One({ request, developer }: { request: Request; developer: DeskDeveloper }) {
  const t = useSuspensionWords();
  const nameOf = useStaffName();
  const confirming = useCommand(confirmSuspension);
  const refusing = useCommand(refuseSuspension);
  const withdrawing = useCommand(withdrawSuspension);
  const { state } = request;
  const params = { requestId: request.id };
  const app = developer.apps.find(({ id }) => id === request.appId)?.name ?? request.appId;
  const subject = { state, begunBy: request.requestedBy, roles: decidersOf[request.class] };
  return (
    <CaseCard
      title={`${app}: ${request.clause}`}
      look={looks[state]}
      state={t(`requests.state.${state}`)}
      facts={
        <Sentence
          t={t}
          of="requests.by"
          values={{ who: nameOf(request.requestedBy) }}
          elements={{ at: <Moment at={request.requestedAt} now={developer.now} timeZone={developer.timeZone} /> }}
        />
      }
      words={[request.reason, request.decisionReason].filter(Boolean).join('\n\n')}
    >
      {state === 'open' && (
        <>
          <ReasonedAct
            act="confirmSuspension"
            subject={subject}
            label={t('requests.confirm')}
            what={t('requests.confirmWhat', { app })}
            command={confirming}
            given={() => ({ params })}
            color="over"
          />
          <ReasonedAct
            act="refuseSuspension"
            subject={subject}
            label={t('requests.refuse')}
            what={t('requests.refuseWhat')}
            reason={t('requests.forVendor')}
            command={refusing}
            given={(reason) => ({ params, body: { reason } })}
            variant="default"
          />
          <ReasonedAct
            act="withdrawSuspension"
            subject={subject}
            label={t('requests.withdraw')}
            what={t('requests.withdrawWhat')}
            command={withdrawing}
            given={() => ({ params })}
            variant="default"
          />
        </>
      )}
    </CaseCard>
  );
}

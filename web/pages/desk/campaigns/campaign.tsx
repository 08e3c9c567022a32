import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import {
  cancelCampaign,
  examineCampaign,
  getCampaign,
  pauseCampaign,
  proposeCampaign,
  resumeCampaign,
  startCampaign,
} from '../../../../api/campaigns';
import type { CampaignId } from '../../../../domain/ids';
import type { AnswerOf } from '../../../client/asked';
import { useCommand } from '../../../client/command';
import { useView } from '../../../client/view';
import { ActButton } from '../../../desk/act-button';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { ProblemNotice } from '../../../problem/problem-notice';
import { Page } from '../../../shell/page';
import { useSession } from '../../../shell/session';
import { Asks } from './asks';
import { CampaignProgress } from './progress';
import { CampaignResults } from './results';
import { CampaignStateBadge } from './state-badge';
import { WhatIfResults } from './what-if';
import { useCampaignWords } from './words';

export type Campaign = AnswerOf<typeof getCampaign>;

/** One campaign: what it asks, what it would do, how far it has come, and what came of it. */
export function CampaignPage() {
  const t = useCampaignWords();
  const campaignId = useParams().campaignId as CampaignId;
  const params = { campaignId };
  const first = useView(getCampaign, { params });
  // Whom it asks is seen like any decision; that it has ended, or that its what-if goes on, is none.
  const everyMs = { examining: 1_000, running: 2_000 }[first.state as string];
  const campaign = useView(getCampaign, { params }, everyMs ? { refetchInterval: everyMs } : {});
  const { state } = campaign;
  return (
    <Page title={campaign.name} width="wide" lead={`${t('policy')}: ${campaign.policyTitle}`}>
      <Anchor component={Link} to={paths.deskCampaigns()}>
        {t('one.back')}
      </Anchor>
      <Group>
        <CampaignStateBadge state={state} />
      </Group>
      <Asks campaign={campaign} />
      <Steps campaign={campaign} />
      {campaign.startedAt !== null && <CampaignProgress campaign={campaign} />}
      {campaign.startedAt !== null && <CampaignResults campaign={campaign} />}
      {campaign.count > 0 && <WhatIfResults campaignId={campaignId} isUnderWay={state === 'examining'} />}
      <History campaign={campaign} />
    </Page>
  );
}

function Steps({ campaign }: { campaign: Campaign }) {
  const t = useCampaignWords();
  const { person } = useSession();
  const { id: campaignId, state, authors, proposedBy, examinedAt, endedAt } = campaign;
  const params = { campaignId };
  const examining = useCommand(examineCampaign);
  const proposing = useCommand(proposeCampaign);
  const starting = useCommand(startCampaign);
  const pausing = useCommand(pauseCampaign);
  const resuming = useCommand(resumeCampaign);
  const cancelling = useCommand(cancelCampaign);
  if (endedAt !== null) return null;
  const isAuthor = authors.some(({ id }) => id === person.id) || proposedBy?.id === person.id;
  const isDraft = state === 'draft' || state === 'examining' || state === 'examined';
  const given = (reason: string) => ({ params, body: { reason } });
  return (
    <Stack gap="sm">
      <ProblemNotice problem={examining.error} />
      <Group align="flex-start">
        {isDraft && state !== 'examining' && (
          <ActButton
            act="examineCampaign"
            subject={{ state }}
            variant={examinedAt === null ? 'filled' : 'default'}
            loading={examining.isPending}
            onClick={() => examining.mutate({ params })}
          >
            {examinedAt === null ? t('one.examine') : t('one.examineAgain')}
          </ActButton>
        )}
        {state === 'examined' && (
          <ReasonedAct
            act="proposeCampaign"
            subject={{ state }}
            label={t('one.propose')}
            what={t('one.proposeWhat')}
            command={proposing}
            given={() => ({ params })}
          />
        )}
        {state === 'proposed' && (
          <ReasonedAct
            act="startCampaign"
            subject={{ state }}
            refusal={isAuthor ? t('one.author') : null}
            label={t('one.start')}
            what={t('one.startWhat', { count: campaign.count })}
            command={starting}
            given={() => ({ params })}
          />
        )}
        {state === 'running' && (
          <ReasonedAct
            act="pauseCampaign"
            subject={{ state }}
            label={t('one.pause')}
            what={t('one.pauseWhat')}
            reason={t('one.reason')}
            command={pausing}
            given={given}
          />
        )}
        {state === 'paused' && (
          <ReasonedAct
            act="resumeCampaign"
            subject={{ state }}
            label={t('one.resume')}
            what={t('one.resumeWhat')}
            reason={t('one.reason')}
            command={resuming}
            given={given}
          />
        )}
        <ReasonedAct
          act="cancelCampaign"
          label={t('one.cancel')}
          what={t('one.cancelWhat')}
          reason={t('one.reason')}
          command={cancelling}
          given={given}
          variant="default"
        />
        {isDraft && (
          <Button component={Link} to={paths.deskEditCampaign(campaignId)} variant="default">
            {t('one.edit')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function History({ campaign: { history } }: { campaign: Campaign }) {
  const t = useCampaignWords();
  return (
    <Stack gap="xs" component="section">
      <Title order={2} size="h3">
        {t('history.title')}
      </Title>
      {history.map(({ change, by, reason, at }) => (
        <Text key={`${at} ${change}`} fz="sm">
          <Moment at={at} isBare /> · {by?.name ?? t('history.itself')}: {t(`history.${change}`)}
          {reason !== null && ` (${reason})`}
        </Text>
      ))}
    </Stack>
  );
}

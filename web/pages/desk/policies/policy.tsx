import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { getPolicyVersion, publishPolicy } from '../../../../api/policies';
import type { PolicyVersionId } from '../../../../domain/ids';
import { useCommand } from '../../../client/command';
import { useView } from '../../../client/view';
import { Facts } from '../../../desk/facts';
import { ReasonedAct } from '../../../desk/reasoned-act';
import { Day, Moment } from '../../../moment/moment';
import { paths } from '../../../paths';
import { Page } from '../../../shell/page';
import { useSession } from '../../../shell/session';
import { StateBadge } from '../../../standing/badge';
import { Sentence } from '../../../words/words';
import { ClauseDiff } from './clause-diff';
import { namesOf } from './names-of';
import { policyLooks } from './policies';
import { usePolicyWords } from './words';

/** One version of the policy, clause by clause beside the one before, and its publication by somebody who did not write it. */
export function Policy() {
  const t = usePolicyWords();
  const { person } = useSession();
  const policyVersionId = useParams().policyVersionId as PolicyVersionId;
  const policy = useView(getPolicyVersion, { params: { policyVersionId } });
  const publishing = useCommand(publishPolicy);
  const { state, authors } = policy;
  const isAuthor = authors.some(({ id }) => id === person.id);
  return (
    <Page
      title={policy.title}
      width="wide"
      lead={
        <Stack gap={2}>
          <span>
            <Sentence
              t={t}
              of="written"
              values={{ who: namesOf(authors) }}
              elements={{ at: <Moment at={policy.changedAt} isBare /> }}
            />
          </span>
          {policy.publishedAt && (
            <span>
              <Sentence
                t={t}
                of="publishedBy"
                values={{ who: policy.publishedBy?.name ?? '' }}
                elements={{ at: <Moment at={policy.publishedAt} /> }}
              />
            </span>
          )}
        </Stack>
      }
    >
      <Anchor component={Link} to={paths.deskPolicies()}>
        {t('one.back')}
      </Anchor>
      <Group>
        <StateBadge look={policyLooks[state]}>{t(`state.${state}`)}</StateBadge>
        <Text>{policy.isMaterial ? t('material') : t('immaterial')}</Text>
      </Group>
      <Facts
        rows={[
          [t('effective'), <Day key="effective" on={policy.effectiveOn} />],
          [
            t('touches'),
            policy.obligations.length === 0
              ? t('touchesNone')
              : policy.obligations.map((one) => t(`obligation.${one}`)).join(', '),
          ],
          [t('products'), policy.sdkProducts.map((one) => t(`product.${one}`)).join(', ')],
          [t('edition'), policy.catalogueVersion],
        ]}
      />
      <Group align="flex-start">
        {state === 'draft' && (
          <>
            <ReasonedAct
              act="publishPolicy"
              subject={{ state }}
              refusal={isAuthor ? t('one.author') : null}
              label={t('one.publish')}
              what={t('one.publishWhat')}
              command={publishing}
              given={() => ({ params: { policyVersionId } })}
            />
            <Button component={Link} to={paths.deskEditPolicy(policyVersionId)} variant="default">
              {t('one.edit')}
            </Button>
          </>
        )}
        {state === 'published' && policy.isMaterial && (
          <Button component={Link} to={paths.deskNewCampaign(policyVersionId)}>
            {t('one.campaign')}
          </Button>
        )}
      </Group>
      <Stack gap="xs" component="section">
        <Title order={2} size="h3">
          {t('one.summary')}
        </Title>
        <Text lang="en" style={{ whiteSpace: 'pre-wrap' }}>
          {policy.summary.en}
        </Text>
        <Text lang="zh-CN" style={{ whiteSpace: 'pre-wrap' }}>
          {policy.summary.zhCn}
        </Text>
      </Stack>
      <Stack gap="sm">
        <Title order={2} size="h3">
          {t('one.clauses')}
        </Title>
        {policy.clauses.map((change) => (
          <ClauseDiff key={change.clause} change={change} />
        ))}
      </Stack>
    </Page>
  );
}

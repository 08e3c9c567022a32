import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { listExemptions } from '../../../../../api/exemptions';
import type { AppId } from '../../../../../domain/ids';
import type { AnswerOf } from '../../../../client/asked';
import { useViews, wholeOf } from '../../../../client/view';
import { Day } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { ExemptionBadge } from '../../../../standing/badge';
import { useStateWords } from '../../../../standing/words';
import { countryName } from '../../../../words/names';
import { Sentence, useLanguage } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import { useStatusWords } from './words';

type Exemption = AnswerOf<typeof listExemptions>['items'][number];

/** What an app is exempt from by law, or was, or may be: the last to end first. Nothing where none was ever claimed. */
export function Exemptions({ appId, developer }: { appId: AppId; developer: DeveloperShown }) {
  const t = useStatusWords();
  const [items] = useViews(
    wholeOf(listExemptions, { params: { developerId: developer.id }, query: { appId, sort: '-endsOn' } }),
  );
  if (items.length === 0) return null;
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="exemptions">
      <Stack gap="md">
        <Title order={2} size="h3" id="exemptions">
          {t('exemptions.title')}
        </Title>
        <Text c="dimmed">{t('exemptions.lead')}</Text>
        <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
          {items.map((item) => (
            <li key={item.id}>
              <One item={item} developer={developer} />
            </li>
          ))}
        </Stack>
      </Stack>
    </Paper>
  );
}

function One({ item, developer: { id } }: { item: Exemption; developer: DeveloperShown }) {
  const t = useStatusWords();
  const stateWords = useStateWords();
  const language = useLanguage();
  const why = item.decisionReason ?? item.endReason;
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={600}>{stateWords(`step.${item.obligation}`)}</Text>
        <ExemptionBadge state={item.state} />
      </Group>
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t('exemptions.statute', {
          statute: item.statute,
          jurisdiction: countryName(item.jurisdiction, language),
        })}
      </Text>
      <Text fz="sm">
        <Sentence
          t={t}
          of={`exemptions.until.${item.state}`}
          elements={{ day: <Day on={item.endsOn} isShort isBare /> }}
        />
      </Text>
      {why && (
        <Text fz="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('exemptions.why', { reason: why })}
        </Text>
      )}
      <Anchor component={Link} to={paths.submission(id, item.submissionId)} fz="sm">
        {t('exemptions.submission')}
      </Anchor>
    </Stack>
  );
}

import { Group, List, Text } from '@mantine/core';
import type { getSubmission } from '../../../../../api/submissions';
import type { AnswerOf } from '../../../../client/asked';
import { CheckDetail } from '../../../../outcome/check-detail';
import { Icon, type IconName } from '../../../../theme/icon';
import { en } from './en';
import { useSubmissionWords } from './words';

type Result = AnswerOf<typeof getSubmission>['checkResults'][number];
type CheckName = keyof typeof en.checks.names;

const icons: Readonly<Record<Result['outcome'], IconName>> = { green: 'check', amber: 'eye', red: 'warning' };
const colors = { green: 'good.8', amber: 'near.8', red: 'over.8' } as const;

/** What the automatic checks found. */
export function CheckResults({ results }: { results: readonly Result[] }) {
  const t = useSubmissionWords();
  if (results.length === 0) return <Text c="dimmed">{t('detail.noChecks')}</Text>;
  return (
    <List listStyleType="none" spacing="sm">
      {results.map(({ name, outcome, detail }) => (
        <List.Item key={`${name} ${detail.en}`}>
          <Group gap={8} wrap="nowrap" align="flex-start">
            <Text span c={colors[outcome]} pt={2}>
              <Icon name={icons[outcome]} />
            </Text>
            <div>
              <Text>
                {t(`checks.names.${nameOf(name)}`)}: {t(`checks.${outcome}`)}
              </Text>
              <CheckDetail detail={detail} c="dimmed" />
            </div>
          </Group>
        </List.Item>
      ))}
    </List>
  );
}

function nameOf(name: string): CheckName {
  return Object.hasOwn(en.checks.names, name) ? (name as CheckName) : 'other';
}

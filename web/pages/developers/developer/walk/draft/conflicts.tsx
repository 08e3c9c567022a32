import { Alert, Button, Fieldset, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Field } from '../../../../../../domain/catalogue/field';
import { AnswerText } from '../../../../../answer/answer-text';
import { Icon } from '../../../../../theme/icon';
import { useLanguage } from '../../../../../words/words';
import type { DraftHere } from '../asked';
import { useWalkWords } from '../words';

/** What somebody answered meanwhile, in another tab or on another device: both answers, and a choice to keep either. */
export function Conflicts({ here, fields }: { here: DraftHere; fields: readonly Field[] }) {
  const t = useWalkWords();
  const language = useLanguage();
  if (here.conflicts.length === 0) return null;
  return (
    <Alert color="over" role="alert" icon={<Icon name="warning" />} title={t('conflict.title')}>
      <Stack gap="md">
        <Text>{t('conflict.what')}</Text>
        {here.conflicts.map(({ slug, mine, theirs }) => {
          const field = fields.find((one) => one.slug === slug);
          if (!field) return null;
          const label = field.label[language];
          return (
            <Fieldset key={slug} variant="unstyled" legend={label}>
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                {(['mine', 'theirs'] as const).map((which) => (
                  <Paper key={which} withBorder p="sm">
                    <Text fz="sm" fw={600}>
                      {t(`conflict.${which}`)}
                    </Text>
                    <AnswerText
                      field={field}
                      value={which === 'mine' ? mine : theirs}
                      developerId={here.asked.developerId}
                    />
                    <Group mt="sm">
                      <Button
                        size="compact-md"
                        variant="default"
                        onClick={() => here.keeper.settle(slug, which)}
                        aria-label={`${t(`conflict.keep.${which}`)}: ${label}`}
                      >
                        {t(`conflict.keep.${which}`)}
                      </Button>
                    </Group>
                  </Paper>
                ))}
              </SimpleGrid>
            </Fieldset>
          );
        })}
      </Stack>
    </Alert>
  );
}

import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { listAppeals } from '../../../../../../api/appeals';
import { listExemptions } from '../../../../../../api/exemptions';
import { listExtensions } from '../../../../../../api/extensions';
import { useViews, wholeOf } from '../../../../../client/view';
import { defineWords } from '../../../../../words/words';
import { DeskAppeal } from '../../../legal/appeals/desk-appeal';
import { AskedExtension } from '../../../legal/extensions/asked-extension';
import { RegisterTable } from '../../../legal/register-table';
import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { en } from './en';
import { zhCn } from './zh-cn';

const useWords = defineWords('desk-requests', en, zhCn);

/** What a developer asked for: time, another look, an exemption; each with its decision. */
export function Requests() {
  const t = useWords();
  const developer = useDeskDeveloper();
  const params = { developerId: developer.id };
  const [extensions, appeals, exemptions] = useViews(
    wholeOf(listExtensions, { params }),
    wholeOf(listAppeals, { params }),
    wholeOf(listExemptions, { params }),
  );
  return (
    <DeveloperPage developer={developer} part="requests">
      <Part title={t('extensions')} none={t('none')} isEmpty={extensions.length === 0}>
        {extensions.map((extension) => (
          <AskedExtension key={extension.id} extension={extension} />
        ))}
      </Part>
      <Part title={t('appeals')} none={t('none')} isEmpty={appeals.length === 0}>
        {appeals.map((appeal) => (
          <DeskAppeal key={appeal.id} appeal={appeal} />
        ))}
      </Part>
      <Part title={t('exemptions')} none={t('none')} isEmpty={exemptions.length === 0}>
        {exemptions.length > 0 && <RegisterTable items={exemptions} />}
      </Part>
    </DeveloperPage>
  );
}

function Part({
  title,
  none,
  isEmpty,
  children,
}: {
  title: string;
  none: string;
  isEmpty: boolean;
  children: ReactNode;
}) {
  return (
    <Stack component="section" aria-label={title} gap="sm">
      <Title order={2} size="h3">
        {title}
      </Title>
      {isEmpty ? <Text c="dimmed">{none}</Text> : children}
    </Stack>
  );
}

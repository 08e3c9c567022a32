import { List, Text } from '@mantine/core';
import { retireApp } from '../../../../../../api/apps';
import { useCommand } from '../../../../../client/command';
import { FinalDialog } from '../../../../../dialog/final-dialog';
import { tell } from '../../../../../outcome/tell';
import type { AppShown } from './app-card';
import { useAppWords } from './words';

/** Ends an app and every key of it, after its name was typed. */
export function RetireApp({ app, isOpen, onClose }: { app: AppShown; isOpen: boolean; onClose: () => void }) {
  const t = useAppWords();
  const { name } = app;
  const retirement = useCommand(retireApp, {
    onSuccess: () => {
      onClose();
      tell(t('retirement.done', { name }));
    },
  });
  const params = { developerId: app.developerId, appId: app.id };
  return (
    <FinalDialog
      title={t('retirement.title', { name })}
      act={t('retirement.act')}
      isOpen={isOpen}
      onClose={onClose}
      reasonHelp={t('retirement.reason')}
      typed={name}
      problem={retirement.error}
      isPending={retirement.isPending}
      onConfirm={(reason) => retirement.mutate({ params, body: { reason } })}
    >
      <Text>{t('retirement.what')}</Text>
      <List spacing={4}>
        <List.Item>{t('retirement.keys')}</List.Item>
        <List.Item>{t('retirement.owes')}</List.Item>
        <List.Item>{t('retirement.record')}</List.Item>
        <List.Item>{t('retirement.back')}</List.Item>
      </List>
    </FinalDialog>
  );
}

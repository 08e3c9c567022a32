import { Button } from '@mantine/core';
import { requestSignInLink } from '../../../../../../api/sessions';
import { useCommand } from '../../../../../client/command';
import { tell } from '../../../../../outcome/tell';
import { ProblemNotice } from '../../../../../problem/problem-notice';
import { Icon } from '../../../../../theme/icon';
import { useContactWords } from './words';

/** Mails a new link to a contact who has not confirmed yet: the one for signing in confirms as well. */
export function SendAgain({ email }: { email: string }) {
  const t = useContactWords();
  const sending = useCommand(requestSignInLink, {
    refreshes: false,
    onSuccess: () => tell(t('againDone', { email })),
  });
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="mail" />}
        aria-label={t('againNamed', { email })}
        loading={sending.isPending}
        onClick={() => sending.mutate({ body: { email } })}
      >
        {t('again')}
      </Button>
      <ProblemNotice problem={sending.error} />
    </>
  );
}

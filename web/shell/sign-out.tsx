import { Button } from '@mantine/core';
import { endSession } from '../../api/sessions';
import { useCommand } from '../client/command';
import { paths } from '../paths';
import { chosenLanguage } from '../words/i18n';
import { useShellWords } from './words';

/** Ends the session and forgets everything read so far. */
export function SignOut() {
  const t = useShellWords();
  const leave = () => window.location.assign(paths.signIn('/', chosenLanguage()));
  const end = useCommand(endSession, { refreshes: false, onSuccess: leave });
  return (
    <Button variant="subtle" size="compact-md" loading={end.isPending} onClick={() => end.mutate({})}>
      {t('signOut')}
    </Button>
  );
}

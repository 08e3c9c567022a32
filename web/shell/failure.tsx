import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useNavigate, useRouteError } from 'react-router';
import { isProblem } from '../client/problem';
import { paths } from '../paths';
import { Page } from './page';
import { PageSkeleton } from './skeleton';
import { useShellWords } from './words';

/** What stands in place of a page that could not be shown: what is the matter, and what to do next. */
export function Failure() {
  const fault = useRouteError();
  const t = useShellWords();
  const { reset } = useQueryErrorResetBoundary();
  const navigate = useNavigate();
  // The sign-in is on its way.
  if (isProblem(fault) && fault.code === 'access.unauthenticated') return <PageSkeleton />;
  const kind = kindOf(fault);
  const again = () => {
    reset();
    void navigate(0);
  };
  return (
    <Page title={t(`failure.${kind}.title`)}>
      <Stack align="flex-start" role="alert">
        <Text>{t(`failure.${kind}.what`)}</Text>
        {kind === 'forbidden' && isProblem(fault) && <Text>{fault.message}</Text>}
        {isProblem(fault) && fault.instance && kind === 'other' && (
          <Text c="dimmed">{t('failure.reference', { instance: fault.instance })}</Text>
        )}
      </Stack>
      <Group>
        {kind !== 'missing' && <Button onClick={again}>{t('failure.again')}</Button>}
        <Button component={Link} to={paths.home()} variant="default">
          {t('failure.home')}
        </Button>
      </Group>
    </Page>
  );
}

function kindOf(fault: unknown): 'missing' | 'forbidden' | 'offline' | 'other' {
  if (!isProblem(fault)) return 'other';
  if (fault.status === 0) return 'offline';
  if (fault.status === 404) return 'missing';
  return fault.status === 403 ? 'forbidden' : 'other';
}

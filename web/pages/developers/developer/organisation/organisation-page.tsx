import { Alert, Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import type { DeveloperShown } from '../actions';
import { useOrganisationWords } from './words';

const parts = [
  { name: 'profile', to: paths.organisation },
  { name: 'contacts', to: paths.contacts },
  { name: 'apps', to: paths.apps },
  { name: 'delegations', to: paths.delegations },
  { name: 'sessions', to: paths.sessions },
  { name: 'ending', to: paths.ending },
] as const;

/** A page of the organisation with the ways to the others. */
export function OrganisationPage({
  title,
  lead,
  developer,
  actions,
  children,
}: {
  title: string;
  lead: ReactNode;
  developer: DeveloperShown;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useOrganisationWords();
  return (
    <Page title={title} lead={lead} actions={actions}>
      <Group component="nav" gap={4} aria-label={t('pages')}>
        {parts.map(({ name, to }) => (
          <Button
            key={name}
            component={NavLink}
            to={to(developer.id)}
            end={name === 'profile'}
            variant="subtle"
            size="compact-md"
            className="part-link"
          >
            {t(`page.${name}`)}
          </Button>
        ))}
      </Group>
      {developer.offboardedAt && <Alert color="gray">{t('offboarded')}</Alert>}
      {children}
    </Page>
  );
}

import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { listDevelopers } from '../../api/developers';
import { viewOf } from '../client/view';
import { paths } from '../paths';
import { Icon } from '../theme/icon';
import { developersOf, useSession } from './session';
import { useShellWords } from './words';

/** From one organisation to another, for people who act for several, and to the desk for the vendor's. */
export function OrganisationSwitch() {
  const t = useShellWords();
  const session = useSession();
  const { developerId } = useParams();
  const ids = developersOf(session);
  const isNeeded = ids.length + (session.staff ? 1 : 0) > 1;
  const developers = useQuery({
    ...viewOf(listDevelopers, { query: { limit: 100 } }),
    enabled: isNeeded && ids.length > 0 && !session.staff,
  });
  if (!isNeeded) return null;
  const nameOf = (id: string) => developers.data?.items.find((one) => one.id === id)?.legalName ?? id;
  const here = developerId ? nameOf(developerId) : t('organisation');
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <Button variant="default" size="compact-md" maw="38vw" rightSection={<Icon name="people" size={14} />}>
          {here}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {session.staff && (
          <Menu.Item component={Link} to={paths.desk()}>
            {t('desk')}
          </Menu.Item>
        )}
        {ids.map((id) => (
          <Menu.Item
            key={id}
            component={Link}
            to={paths.developer(id)}
            aria-current={id === developerId ? 'true' : undefined}
          >
            {nameOf(id)}
          </Menu.Item>
        ))}
        <Menu.Item component={Link} to={paths.home()}>
          {t('organisations')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

import { AppShell, Burger, Group, NavLink as Item, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect } from 'react';
import { Link, NavLink, Outlet, useLocation, useParams } from 'react-router';
import { moveDeveloperClock } from '../../api/clock';
import type { DeveloperId } from '../../domain/ids';
import { useRefusals } from '../action/refusals';
import { useLiveDesk } from '../desk/live';
import { paths } from '../paths';
import { Footer } from './footer';
import { LanguageSwitch } from './language-switch';
import { deskNavigation, type NavigationItem, portalNavigation } from './navigation';
import { OrganisationSwitch } from './organisation-switch';
import { SessionProvider, useSession } from './session';
import { SignOut } from './sign-out';
import { PageSkeleton } from './skeleton';
import { SkipLink } from './skip-link';
import { useShellWords } from './words';

/** Comes only where time can be moved. */
const ClockControl = lazy(async () => ({ default: (await import('../clock/clock-control')).ClockControl }));

/** What is around every page of somebody who is signed in. */
export function Shell() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <SessionProvider>
        <Frame />
      </SessionProvider>
    </Suspense>
  );
}

function Frame() {
  const t = useShellWords();
  const { pathname } = useLocation();
  const { developerId } = useParams();
  const { staff } = useSession();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const isDesk = pathname === '/desk' || pathname.startsWith('/desk/');
  const ofPortal = developerId && !isDesk ? portalNavigation(developerId as DeveloperId) : [];
  const items = isDesk && staff ? deskNavigation(staff.role) : ofPortal;
  useEffect(close, [pathname, close]);
  useLiveDesk(isDesk && staff !== null);
  return (
    <AppShell
      header={{ height: 60 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !isOpen, desktop: items.length === 0 } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <AppShell.Header>
        <SkipLink />
        <Group h="100%" px="md" justify="space-between" wrap="nowrap" gap="sm">
          <Group gap="sm" wrap="nowrap" miw={0}>
            {items.length > 0 && (
              <Burger
                opened={isOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={t('menu')}
                aria-expanded={isOpen}
              />
            )}
            <Text component={Link} to={paths.home()} fw={750} fz="lg" c="harbour.9" td="none" className="name">
              <img src="/icon.svg" alt={t('product')} width={28} height={28} />
              <Text span inherit visibleFrom="xs" aria-hidden>
                {t('product')}
              </Text>
            </Text>
            <OrganisationSwitch />
          </Group>
          <Group gap="xs" wrap="nowrap">
            <LanguageSwitch />
            <SignOut />
          </Group>
        </Group>
      </AppShell.Header>
      {items.length > 0 && (
        <AppShell.Navbar p="sm" component="nav" aria-label={t(isDesk ? 'deskNavigation' : 'portalNavigation')}>
          {items.map((item) => (
            <NavigationLink key={item.to} {...item} />
          ))}
        </AppShell.Navbar>
      )}
      <AppShell.Main id="content">
        {developerId && <Clock developerId={developerId as DeveloperId} />}
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
        <Footer />
      </AppShell.Main>
    </AppShell>
  );
}

function Clock({ developerId }: { developerId: DeveloperId }) {
  const { isEmbedded } = useSession();
  const refusal = useRefusals(developerId)(moveDeveloperClock);
  if (!isEmbedded || refusal !== null) return null;
  return (
    <Suspense>
      <ClockControl key={developerId} developerId={developerId} />
    </Suspense>
  );
}

function NavigationLink({ to, label, isExact, isClosed }: NavigationItem) {
  const t = useShellWords();
  const { pathname } = useLocation();
  if (isClosed)
    return <Item label={t(label)} description={t('navigation.closed')} component="div" aria-disabled c="dimmed" />;
  const isHere = isExact ? pathname === to : pathname === to || pathname.startsWith(`${to}/`);
  return <Item component={NavLink} to={to} end={isExact} label={t(label)} active={isHere} variant="light" />;
}

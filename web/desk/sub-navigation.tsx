import { Anchor, Group } from '@mantine/core';
import { Link, useLocation } from 'react-router';

/** From one page to its siblings, as a row of links beneath the heading. */
export function SubNavigation({ label, items }: { label: string; items: readonly { to: string; label: string }[] }) {
  const { pathname } = useLocation();
  return (
    <Group component="nav" aria-label={label} gap={4} className="sub-navigation">
      {items.map((item) => (
        <Anchor
          key={item.to}
          component={Link}
          to={item.to}
          underline="never"
          px="sm"
          py={6}
          fw={item.to === pathname ? 650 : 450}
          aria-current={item.to === pathname ? 'page' : undefined}
        >
          {item.label}
        </Anchor>
      ))}
    </Group>
  );
}

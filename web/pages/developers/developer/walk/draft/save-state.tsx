import { Group, Text } from '@mantine/core';
import { Icon, type IconName } from '../../../../../theme/icon';
import { useWalkWords } from '../words';
import type { SaveState as State } from './keeper';

const looks: Readonly<Record<State, { icon: IconName; color: string }>> = {
  empty: { icon: 'dot', color: 'dimmed' },
  saved: { icon: 'check', color: 'good.8' },
  typing: { icon: 'clock', color: 'dimmed' },
  saving: { icon: 'clock', color: 'dimmed' },
  kept: { icon: 'warning', color: 'near.9' },
  unfinished: { icon: 'pencil', color: 'near.9' },
  conflict: { icon: 'warning', color: 'over.8' },
  closed: { icon: 'stop', color: 'over.8' },
};

/** Where the answers are: with the server, on their way, or on this device only. Readers are told of each change. */
export function SaveState({ state }: { state: State }) {
  const t = useWalkWords();
  const { icon, color } = looks[state];
  return (
    <Group gap={6} wrap="nowrap" align="flex-start" c={color} component="output" aria-live="polite" mih={24}>
      <Text span pt={3} lh={1}>
        <Icon name={icon} />
      </Text>
      <Text fz="sm" span>
        {t(`save.${state}`)}
      </Text>
    </Group>
  );
}

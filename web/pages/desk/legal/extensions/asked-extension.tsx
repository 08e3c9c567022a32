import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { decideExtension, type listAllExtensions } from '../../../../../api/extensions';
import type { AnswerOf } from '../../../../client/asked';
import { useCommand } from '../../../../client/command';
import { ReasonedAct } from '../../../../desk/reasoned-act';
import { useStaffName } from '../../../../desk/staff-names';
import { DayInput } from '../../../../moment/day-input';
import { Day, Moment } from '../../../../moment/moment';
import { paths } from '../../../../paths';
import { StateBadge } from '../../../../standing/badge';
import type { Look } from '../../../../standing/looks';
import { Sentence } from '../../../../words/words';
import { useExtensionWords } from './words';

type Extension = AnswerOf<typeof listAllExtensions>['items'][number];

const looks: Readonly<Record<Extension['state'], Look>> = {
  open: { color: 'near', icon: 'clock' },
  granted: { color: 'good', icon: 'check' },
  refused: { color: 'over', icon: 'cross' },
  withdrawn: { color: 'gray', icon: 'reply' },
};

/** A request for more time with its plan, and the two ways to decide it. */
export function AskedExtension({ extension }: { extension: Extension }) {
  const t = useExtensionWords();
  const nameOf = useStaffName();
  const { developerName: developer, state, dueOn } = extension;
  return (
    <Paper withBorder p="lg" component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h4">
            <Anchor component={Link} to={paths.deskDeveloper(extension.developerId)} inherit>
              {developer}
            </Anchor>
          </Title>
          <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>
        </Group>
        <Text>
          <Sentence
            t={t}
            of={dueOn ? 'asks' : 'asksNoDue'}
            elements={{
              until: <Day on={extension.untilOn} isShort isBare />,
              due: <Day on={dueOn ?? ''} isShort isBare />,
            }}
          />
        </Text>
        <Text fz="sm" c="dimmed">
          <Sentence t={t} of="asked" elements={{ at: <Moment at={extension.requestedAt} /> }} />
        </Text>
        <div>
          <Text fz="sm" fw={600}>
            {t('plan')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{extension.plan}</Text>
        </div>
        {extension.decidedBy && (
          <Text>
            {state === 'granted' && (
              <Sentence
                t={t}
                of="granted"
                values={{ who: nameOf(extension.decidedBy) }}
                elements={{ until: <Day on={extension.grantedUntilOn ?? extension.untilOn} isShort isBare /> }}
              />
            )}
            {state === 'refused' && t('refused', { who: nameOf(extension.decidedBy) })}
            {extension.reason && `: ${extension.reason}`}
          </Text>
        )}
        {state === 'open' && <Decision extension={extension} />}
      </Stack>
    </Paper>
  );
}

function Decision({ extension }: { extension: Extension }) {
  const t = useExtensionWords();
  const granting = useCommand(decideExtension);
  const refusing = useCommand(decideExtension);
  const [until, setUntil] = useState<string | null>(extension.untilOn);
  const { developerName: developer, id: extensionId } = extension;
  const subject = { state: extension.state, begunBy: extension.requestedBy };
  return (
    <Group align="flex-start">
      <ReasonedAct
        act="decideExtension"
        subject={subject}
        label={t('grant')}
        what={t('grantWhat', { developer })}
        reason={t('reason')}
        command={granting}
        given={(reason) =>
          until === null
            ? null
            : { params: { extensionId }, body: { outcome: 'grant' as const, untilOn: until, reason } }
        }
        color="good"
      >
        <DayInput label={t('until')} value={until} onChange={setUntil} required />
      </ReasonedAct>
      <ReasonedAct
        act="decideExtension"
        subject={subject}
        label={t('refuse')}
        what={t('refuseWhat', { developer })}
        reason={t('reason')}
        command={refusing}
        given={(reason) => ({ params: { extensionId }, body: { outcome: 'refuse', reason } })}
        color="over"
        variant="outline"
      />
    </Group>
  );
}

import { Badge } from '@mantine/core';
import type { Appeal } from '../../domain/lifecycle/appeals';
import type { Exemption } from '../../domain/lifecycle/exemptions';
import type { Extension } from '../../domain/lifecycle/extensions';
import type { FindingState } from '../../domain/lifecycle/findings';
import type { Key, RequirementState, Standing } from '../../domain/lifecycle/state';
import { Icon } from '../theme/icon';
import {
  appealLooks,
  exemptionLooks,
  extensionLooks,
  findingLooks,
  keyLooks,
  type Look,
  requirementLooks,
  type SubmissionState,
  standingLooks,
  submissionLooks,
} from './looks';
import { useStateWords } from './words';

/** A state as a sign and a word; the colour says it a third time. */
export function StateBadge({ look, children }: { look: Look; children: string }) {
  return (
    <Badge
      variant="light"
      color={look.color}
      size="lg"
      radius="sm"
      tt="none"
      leftSection={<Icon name={look.icon} size={14} />}
    >
      {children}
    </Badge>
  );
}

export function StandingBadge({ standing }: { standing: Standing }) {
  const t = useStateWords();
  return <StateBadge look={standingLooks[standing]}>{t(`standing.${standing}`)}</StateBadge>;
}

export function KeyBadge({ state }: { state: Key['state'] }) {
  const t = useStateWords();
  return <StateBadge look={keyLooks[state]}>{t(`key.${state}`)}</StateBadge>;
}

export function RequirementBadge({ state }: { state: RequirementState }) {
  const t = useStateWords();
  return <StateBadge look={requirementLooks[state]}>{t(`requirement.${state}`)}</StateBadge>;
}

export function SubmissionBadge({ state }: { state: SubmissionState }) {
  const t = useStateWords();
  return <StateBadge look={submissionLooks[state]}>{t(`submission.${state}`)}</StateBadge>;
}

export function FindingBadge({ state }: { state: FindingState }) {
  const t = useStateWords();
  return <StateBadge look={findingLooks[state]}>{t(`finding.${state}`)}</StateBadge>;
}

export function AppealBadge({ state }: { state: Appeal['state'] }) {
  const t = useStateWords();
  return <StateBadge look={appealLooks[state]}>{t(`appeal.${state}`)}</StateBadge>;
}

export function ExtensionBadge({ state }: { state: Extension['state'] }) {
  const t = useStateWords();
  return <StateBadge look={extensionLooks[state]}>{t(`extension.${state}`)}</StateBadge>;
}

export function ExemptionBadge({ state }: { state: Exemption['state'] }) {
  const t = useStateWords();
  return <StateBadge look={exemptionLooks[state]}>{t(`exemption.${state}`)}</StateBadge>;
}

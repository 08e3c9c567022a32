import type { getImport } from '../../../../api/imports';
import type { AnswerOf } from '../../../client/asked';
import { StateBadge } from '../../../standing/badge';
import type { Look } from '../../../standing/looks';
import { useImportWords } from './words';

export type Import = AnswerOf<typeof getImport>;

const looks: Readonly<Record<Import['state'], Look>> = {
  previewed: { color: 'near', icon: 'eye' },
  running: { color: 'harbour', icon: 'arrow' },
  stopped: { color: 'near', icon: 'pause' },
  completed: { color: 'good', icon: 'check' },
};

/** How far an import has come. */
export function ImportStateBadge({ state }: { state: Import['state'] }) {
  const t = useImportWords();
  return <StateBadge look={looks[state]}>{t(`state.${state}`)}</StateBadge>;
}

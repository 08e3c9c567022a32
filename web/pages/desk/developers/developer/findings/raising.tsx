import { Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { getCatalogue } from '../../../../../../api/catalogue';
import { raiseFinding } from '../../../../../../api/findings';
import type { AppId } from '../../../../../../domain/ids';
import type { ObligationSlug } from '../../../../../../domain/obligations';
import { useCommand } from '../../../../../client/command';
import { useView } from '../../../../../client/view';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { useLanguage } from '../../../../../words/words';
import type { DeskDeveloper } from '../developer-page';
import { useDeskFindingWords } from './words';

/** Raises a finding about one app, on one clause of an obligation, with what shows it. */
export function Raising({ developer }: { developer: DeskDeveloper }) {
  const t = useDeskFindingWords();
  const language = useLanguage();
  const raising = useCommand(raiseFinding);
  const [appId, setAppId] = useState<AppId | null>(null);
  const [obligation, setObligation] = useState<ObligationSlug | null>(null);
  const [clause, setClause] = useState<string | null>(null);
  const [evidence, setEvidence] = useState('');
  const asked = useView(getCatalogue, { query: {} }).products[0]?.obligations ?? [];
  const clauses = asked.find(({ slug }) => slug === obligation)?.clauses ?? [];
  const lines = evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return (
    <Group>
      <ReasonedAct
        act="raiseFinding"
        refusal={developer.apps.length === 0 ? t('noApp') : null}
        label={t('raise')}
        what={t('raiseWhat')}
        reason={t('facts')}
        command={raising}
        given={(facts) =>
          appId === null || obligation === null || clause === null || lines.length === 0
            ? null
            : { params: { developerId: developer.id }, body: { appId, obligation, clause, facts, evidence: lines } }
        }
        color="over"
        variant="outline"
      >
        <Select
          label={t('app')}
          data={developer.apps.map(({ id, name }) => ({ value: id, label: name }))}
          value={appId}
          onChange={setAppId}
          required
        />
        <Select
          label={t('obligation')}
          data={asked.map(({ slug, title }) => ({ value: slug, label: title[language] }))}
          value={obligation}
          onChange={(slug) => {
            setObligation(slug);
            setClause(null);
          }}
          required
        />
        <Select label={t('clause')} data={clauses} value={clause} onChange={setClause} required />
        <Textarea
          label={t('evidence')}
          description={t('evidenceHint')}
          value={evidence}
          onChange={(event) => setEvidence(event.currentTarget.value)}
          autosize
          minRows={2}
          required
        />
      </ReasonedAct>
    </Group>
  );
}

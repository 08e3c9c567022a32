import { useParams } from 'react-router';
import { getPolicyInForce, getPolicyVersion } from '../../../../api/policies';
import type { PolicyVersionId } from '../../../../domain/ids';
import { useView } from '../../../client/view';
import { PolicyForm } from './policy-form';

/** Writes a version: a new one from the clauses in force, or a draft anew. */
export function NewPolicy() {
  const { clauses, catalogueVersions } = useView(getPolicyInForce, {});
  return (
    <PolicyForm
      editions={catalogueVersions}
      begin={{
        title: '',
        clauses: clauses.map((clause) => ({ ...clause, zhCn: clause.zhCn ?? '' })),
        summary: { en: '', zhCn: '' },
        isMaterial: true,
        sdkProducts: ['native', 'wechat-mini', 'taobao-mini'],
        catalogueVersion: catalogueVersions.at(-1) ?? '',
        effectiveOn: null,
      }}
    />
  );
}

export function EditPolicy() {
  const policyVersionId = useParams().policyVersionId as PolicyVersionId;
  const { catalogueVersions } = useView(getPolicyInForce, {});
  const policy = useView(getPolicyVersion, { params: { policyVersionId } });
  return (
    <PolicyForm
      policyVersionId={policyVersionId}
      editions={catalogueVersions}
      begin={{
        ...policy,
        clauses: policy.clauses.map(({ after }) => ({ ...after, zhCn: after.zhCn ?? '' })),
      }}
    />
  );
}

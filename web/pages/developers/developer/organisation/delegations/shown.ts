import type { listDelegations } from '../../../../../../api/delegations';
import type { AnswerOf } from '../../../../../client/asked';

export type DelegationShown = AnswerOf<typeof listDelegations>['items'][number];

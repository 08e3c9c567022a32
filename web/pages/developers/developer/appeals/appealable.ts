import type { listAppealable } from '../../../../../api/appeals';
import type { AnswerOf } from '../../../../client/asked';

export type Appealable = AnswerOf<typeof listAppealable>['items'][number];

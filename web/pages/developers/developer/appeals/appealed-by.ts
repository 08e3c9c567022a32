import type { AppealAgainst } from '../../../../../domain/lifecycle/appeals';
import type { NoticeTemplate } from '../../../../../domain/lifecycle/notices';

/** Which decision a notice tells of, for those whose mail says that an appeal is taken against it. */
export const appealedBy: Readonly<Partial<Record<NoticeTemplate, AppealAgainst>>> = {
  returned: 'return',
  'finding-notice': 'finding',
  restricted: 'restriction',
  suspended: 'suspension',
  'suspended-by-decision': 'suspension',
};

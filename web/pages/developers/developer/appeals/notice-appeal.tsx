import { useParams } from 'react-router';
import { listAppealable } from '../../../../../api/appeals';
import { getNotice } from '../../../../../api/notices';
import type { NoticeId } from '../../../../../domain/ids';
import { useViews, viewOf } from '../../../../client/view';
import { useDeveloperId } from '../../../../shell/session';
import { appealedBy } from './appealed-by';
import { AppealForm } from './new-appeal';

/** Where the link of a notice leads: an appeal against what that notice tells of. */
export function NoticeAppeal() {
  const developerId = useDeveloperId();
  const noticeId = useParams().noticeId as NoticeId;
  const [notice, { items }] = useViews(
    viewOf(getNotice, { params: { developerId, noticeId } }),
    viewOf(listAppealable, { params: { developerId } }),
  );
  const against = appealedBy[notice.template];
  const told = items.filter(
    (one) => (against === undefined || one.against === against) && notice.appIds.includes(one.appId),
  );
  return <AppealForm choices={told} />;
}

import { getPrivacyNotice } from '../../../api/privacy';
import { privacyNotice } from '../../privacy-notice';
import { route } from '../../route';

export const privacyNoticeRoute = route(getPrivacyNotice, async ({ query }) => privacyNotice(query.language));

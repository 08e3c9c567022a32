import { List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { listNotices } from '../../../../../api/notices';
import { listContacts } from '../../../../../api/people';
import { viewOf, wholeOf } from '../../../../client/view';
import { useNoticeWords } from '../../../../notice/words';
import { useParts, useSession } from '../../../../shell/session';
import { useLanguage } from '../../../../words/words';
import type { DeveloperShown } from '../actions';
import type { Submission } from './state-badge';
import { useSubmissionWords } from './words';

/** Who is told of a submission, and who was already. */
export function Told({ submissions, developer }: { submissions: readonly Submission[]; developer: DeveloperShown }) {
  const t = useSubmissionWords();
  const noticeWords = useNoticeWords();
  const joined = new Intl.ListFormat(useLanguage(), { type: 'conjunction' });
  const nameOf = useNames(developer.id);
  const params = { developerId: developer.id };
  const { data } = useQuery(viewOf(listNotices, { params, query: { limit: 50 } }));
  const since = submissions.map(({ signedAt }) => signedAt).sort()[0] ?? '';
  const appIds = submissions.map(({ appId }) => appId);
  const notices = (data?.items ?? []).filter(
    (notice) => notice.createdAt >= since && notice.appIds.some((id) => appIds.includes(id)),
  );
  return (
    <>
      <Text>{t('told.signing')}</Text>
      <List mt="xs">
        {notices.map((notice) => (
          <List.Item key={notice.id}>
            {t('told.sent', {
              what: noticeWords(`template.${notice.template}`),
              who:
                joined.format([...new Set(notice.deliveries.map(({ personId }) => nameOf(personId)))]) ||
                t('told.nobody'),
            })}
          </List.Item>
        ))}
      </List>
    </>
  );
}

/** Names of the organisation's people; an agency does not read its contacts. */
function useNames(developerId: DeveloperShown['id']): (personId: string) => string {
  const t = useSubmissionWords();
  const { person, staff } = useSession();
  const isOwn = useParts(developerId).roles.length > 0 || staff !== null;
  const { data = [] } = useQuery({ ...wholeOf(listContacts, { params: { developerId } }), enabled: isOwn });
  return (personId) => {
    if (personId === person.id) return person.name;
    const contact = data.find((one) => one.personId === personId);
    return contact ? (contact.name ?? contact.email) : t('told.person');
  };
}

import { Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { confirmNotice, type getNotice } from '../../../../../../api/notices';
import type { listContacts } from '../../../../../../api/people';
import type { PersonId } from '../../../../../../domain/ids';
import type { AnswerOf } from '../../../../../client/asked';
import { useCommand } from '../../../../../client/command';
import { ReasonedAct } from '../../../../../desk/reasoned-act';
import { useSession } from '../../../../../shell/session';
import type { DeskDeveloper } from '../developer-page';
import { useDeskNoticeWords } from './words';

/** Two people vouch that a notice reached somebody over another channel. */
export function Confirmation({
  notice,
  developer,
  contacts,
}: {
  notice: AnswerOf<typeof getNotice>;
  developer: DeskDeveloper;
  contacts: AnswerOf<typeof listContacts>['items'];
}) {
  const t = useDeskNoticeWords();
  const { person } = useSession();
  const confirming = useCommand(confirmNotice);
  const [channel, setChannel] = useState('');
  const [spokeWith, setSpokeWith] = useState<PersonId | null>(null);
  return (
    <Group>
      <ReasonedAct
        act="confirmNotice"
        subject={{ state: notice.state }}
        refusal={notice.confirmations.some(({ by }) => by === person.id) ? t('confirm.yours') : null}
        label={t('confirm.act')}
        what={t('confirm.what')}
        command={confirming}
        given={() =>
          channel.trim() === '' || spokeWith === null
            ? null
            : {
                params: { developerId: developer.id, noticeId: notice.id },
                // As it is for the developer: their clock is the one that notices are dated by.
                body: { channel: channel.trim(), spokeWith, confirmedAt: developer.now },
              }
        }
        variant="default"
      >
        <TextInput
          label={t('confirm.channel')}
          description={t('confirm.channelHint')}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value)}
          maxLength={80}
          required
        />
        <Select
          label={t('confirm.who')}
          data={contacts.map((one) => ({ value: one.personId, label: `${one.name ?? ''} ${one.email}`.trim() }))}
          value={spokeWith}
          onChange={setSpokeWith}
          required
        />
      </ReasonedAct>
    </Group>
  );
}

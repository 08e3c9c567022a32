import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';
import { getDeveloper } from '../../../../../api/developers';
import type { AnswerOf } from '../../../../client/asked';
import { useView } from '../../../../client/view';
import { useStaffName } from '../../../../desk/staff-names';
import { SubNavigation } from '../../../../desk/sub-navigation';
import { useTierName } from '../../../../desk/tier-names';
import { useDeskWords } from '../../../../desk/words';
import { Moment } from '../../../../moment/moment';
import { deskDeveloperParts, paths } from '../../../../paths';
import { Page } from '../../../../shell/page';
import { useDeveloperId } from '../../../../shell/session';
import { countryName } from '../../../../words/names';
import { Sentence, useLanguage } from '../../../../words/words';
import { useDeveloperWords } from './words';

export type DeskDeveloper = AnswerOf<typeof getDeveloper>;

/** The developer of the address, as one page of the desk about it shows it. */
export function useDeskDeveloper(): DeskDeveloper {
  return useView(getDeveloper, { params: { developerId: useDeveloperId() } });
}

/** What every page about a developer has: who it is, what time it is there, and the ways to its other pages. */
export function DeveloperPage({
  developer,
  part,
  children,
}: {
  developer: DeskDeveloper;
  part?: (typeof deskDeveloperParts)[number];
  children: ReactNode;
}) {
  const t = useDeveloperWords();
  const deskWords = useDeskWords();
  const language = useLanguage();
  const nameOf = useStaffName();
  const tierNameOf = useTierName();
  const { id, legalName, country, timeZone, now, accountManagerId, tierId, offboardedAt } = developer;
  return (
    <Page
      title={part ? `${legalName}: ${t(`navigation.${part}`)}` : legalName}
      width="wide"
      lead={
        <Sentence
          t={t}
          of="lead"
          values={{
            country: countryName(country, language),
            zone: timeZone,
            manager: accountManagerId ? nameOf(accountManagerId) : deskWords('nobody'),
            tier: tierId ? tierNameOf(tierId) : t('noTier'),
          }}
          elements={{ now: <Moment at={now} timeZone={timeZone} isBare /> }}
        />
      }
    >
      <SubNavigation
        label={t('navigation.label')}
        items={[
          { to: paths.deskDeveloper(id), label: t('navigation.overview') },
          ...deskDeveloperParts.map((one) => ({ to: paths.deskDeveloper(id, one), label: t(`navigation.${one}`) })),
        ]}
      />
      {offboardedAt && (
        <Alert color="gray">
          <Sentence
            t={t}
            of="offboarded"
            elements={{ at: <Moment at={offboardedAt} now={now} timeZone={timeZone} /> }}
          />
        </Alert>
      )}
      {children}
    </Page>
  );
}

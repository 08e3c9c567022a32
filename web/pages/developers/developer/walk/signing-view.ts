import { getSigning } from '../../../../../api/submissions';
import type { AppId } from '../../../../../domain/ids';
import { useView } from '../../../../client/view';
import { useDeveloperId } from '../../../../shell/session';
import { useLanguage } from '../../../../words/words';
import type { Signing } from './tasks';

/** The most apps that one question may name. */
const mostNamed = 100;

/** What would be signed now for these apps (none: every app that owes something), in the language of the page, and what is missing. */
export function useSigning(appIds: readonly AppId[] = []): Signing {
  const developerId = useDeveloperId();
  const language = useLanguage();
  return useView(getSigning, {
    params: { developerId },
    query: { language, ...(appIds.length > 0 && appIds.length <= mostNamed && { appIds: appIds.join(',') }) },
  });
}

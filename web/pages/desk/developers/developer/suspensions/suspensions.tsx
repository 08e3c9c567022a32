import { DeveloperPage, useDeskDeveloper } from '../developer-page';
import { SuspensionList } from './suspension-list';
import { SuspensionRequests } from './suspension-requests';
import { Terminations } from './terminations';

/** What stops an app: suspensions that are open, those that people ask for, and terminations that were announced. */
export function Suspensions() {
  const developer = useDeskDeveloper();
  return (
    <DeveloperPage developer={developer} part="suspensions">
      <SuspensionList developer={developer} />
      <SuspensionRequests developer={developer} />
      <Terminations developer={developer} />
    </DeveloperPage>
  );
}

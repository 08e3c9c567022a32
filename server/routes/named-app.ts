import type { AppId, DeveloperId } from '../../domain/ids';

interface Named {
  developerId: DeveloperId;
  legalName: string | null;
  appId: AppId;
  appName: string | null;
}

/** An app and its developer as answers name them: by their ids where a name is not known. */
export function namedApp({ developerId, legalName, appId, appName }: Named) {
  return { developerId, developerName: legalName ?? developerId, appId, appName: appName ?? appId };
}

import { createContext, type ReactNode, use } from 'react';
import { useParams } from 'react-router';
import { getSession } from '../../api/sessions';
import type { DeveloperId } from '../../domain/ids';
import type { DelegationScope, DeveloperRole } from '../../domain/permissions';
import type { AnswerOf } from '../client/asked';
import { useView } from '../client/view';

export type Session = AnswerOf<typeof getSession>;

const SessionContext = createContext<Session | null>(null);

/** Asks who is signed in, once for all pages below. Nobody: the sign-in follows. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useView(getSession, {});
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession is for pages inside the shell');
  return session;
}

/** The organisations a person acts for, as contact or as somebody of an agency, each once. */
export function developersOf({ memberships, delegations }: Session): DeveloperId[] {
  return [...new Set([...memberships, ...delegations].map(({ developerId }) => developerId))];
}

/** What somebody may do for a developer: their roles and what an agency is let in for. Staff have neither. */
export function useParts(developerId: DeveloperId): { roles: DeveloperRole[]; scopes: DelegationScope[] } {
  const { memberships, delegations } = useSession();
  return {
    roles: memberships.filter((one) => one.developerId === developerId).map(({ role }) => role),
    scopes: delegations.filter((one) => one.developerId === developerId).flatMap(({ scopes }) => scopes),
  };
}

/** The developer of the address; for pages below `/developers/:developerId` and `/desk/developers/:developerId`. */
export function useDeveloperId(): DeveloperId {
  return useParams().developerId as DeveloperId;
}

import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { paths } from '../paths';
import { chosenLanguage } from '../words/i18n';
import { isProblem } from './problem';

/** A session that has ended leads to the sign-in, with the way back. Everything read so far is forgotten with the page. */
export function leaveWhenSignedOut(fault: Error): void {
  if (!isProblem(fault) || fault.code !== 'access.unauthenticated') return;
  const { pathname, search } = window.location;
  if (pathname.startsWith(paths.signIn())) return;
  window.location.assign(paths.signIn(pathname + search, chosenLanguage()));
}

/** Worth asking again: nothing was reached, or something is wrong on the other side. A refusal stays one. */
const isPassing = (fault: Error) => isProblem(fault) && (fault.status === 0 || fault.status >= 500);

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, fault) => failures < 2 && isPassing(fault) },
    mutations: { retry: (failures, fault) => failures < 2 && isPassing(fault), networkMode: 'always' },
  },
});

import { useParams, useSearchParams } from 'react-router';
import type { AppId } from '../../../../../domain/ids';
import { isId } from '../../../../../domain/ids';
import type { Along } from '../../../../paths';

/** What the address carries along: the apps that are answered together (none: the one of the address), and where a change leads back to. */
export function useAlong(): Along & { apps: AppId[] } {
  const [search] = useSearchParams();
  const apps = (search.get('apps') ?? '').split(',').filter((part): part is AppId => isId('app', part));
  const back = search.get('back');
  return { apps, ...((back === 'review' || back === 'step') && { back }) };
}

/** The app of the address. */
export function useAppId(): AppId {
  return useParams().appId as AppId;
}

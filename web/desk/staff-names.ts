import { useQuery } from '@tanstack/react-query';
import { listStaff } from '../../api/people';
import { wholeOf } from '../client/view';
import { useDeskWords } from './words';

const hourMs = 3_600_000;

/** The vendor's people, who are few: asked once and kept. */
export function useStaff() {
  return useQuery({ ...wholeOf(listStaff, {}), staleTime: hourMs }).data ?? [];
}

/** Says a person of the vendor's by name. Whoever is not (any more) among them is "somebody". */
export function useStaffName(): (personId: string | null | undefined) => string {
  const t = useDeskWords();
  const staff = useStaff();
  return (personId) => staff.find((one) => one.personId === personId)?.name ?? t('someone');
}

import { useSearchParams } from 'react-router';

/** What the address says beside its path, and a way to change one thing of it: the view of a list is its address. */
export function useSearch() {
  const [search, setSearch] = useSearchParams();
  return {
    get: (name: string) => search.get(name),
    /** One of these, else the first. */
    oneOf: <const Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value =>
      values.find((value) => value === search.get(name)) ?? values[0],
    /** Nothing given leaves it out again. */
    set: (name: string, value: string | null | undefined) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          if (value) after.set(name, value);
          else after.delete(name);
          return after;
        },
        { replace: true },
      ),
  };
}

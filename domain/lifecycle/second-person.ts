/** True when it is really another person who confirms (rule 5). */
export function isSecondPerson(first: string, second: string): boolean {
  return first !== second;
}

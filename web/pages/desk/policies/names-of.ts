/** Several people by name, as one list. */
export function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(', ');
}

import { problemOf } from '../client/problem';

/** The bytes of a file at this address of the API. Throws a Problem where there is none. */
export async function contentOf(address: string, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw await problemOf(response);
  return response.arrayBuffer();
}

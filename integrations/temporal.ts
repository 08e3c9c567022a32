import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { NativeConnectionOptions } from '@temporalio/worker';

export interface TemporalAddress {
  address: string;
  namespace: string;
  /** Temporal Cloud and clusters behind TLS. */
  tls?: boolean | undefined;
  apiKey?: string | undefined;
}

/** A client that connects when it is first used, so that its owner starts while Temporal is away. */
export function temporalClient(at: TemporalAddress): Client {
  return new Client({
    connection: Connection.lazy(connectionOptions(at)),
    namespace: at.namespace,
    identity: `avow/${process.pid}`,
  });
}

export function connectionOptions(at: TemporalAddress): NativeConnectionOptions & { connectTimeout: string } {
  return {
    address: at.address,
    connectTimeout: '5 seconds',
    ...(at.tls && { tls: true as const }),
    ...(at.apiKey && { apiKey: at.apiKey }),
  };
}

/** Sees to it that the search attributes exist, so that a cluster needs no preparation by hand. */
export async function ensureSearchAttributes(
  client: Client,
  at: TemporalAddress,
  keywords: readonly string[],
  datetimes: readonly string[],
): Promise<void> {
  const { IndexedValueType } = temporal.api.enums.v1;
  const { customAttributes } = await client.connection.operatorService.listSearchAttributes({
    namespace: at.namespace,
  });
  const wanted = [
    ...keywords.map((name) => [name, IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD] as const),
    ...datetimes.map((name) => [name, IndexedValueType.INDEXED_VALUE_TYPE_DATETIME] as const),
  ];
  const missing = wanted.filter(([name]) => !(name in (customAttributes ?? {})));
  if (missing.length === 0) return;
  await client.connection.operatorService.addSearchAttributes({
    namespace: at.namespace,
    searchAttributes: Object.fromEntries(missing),
  });
}

/** What tells one Temporal from another that took its place with none of its data. */
export async function engineIdentity(client: Client, at: TemporalAddress): Promise<string> {
  const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace: at.namespace });
  return `${at.namespace}/${namespaceInfo?.id ?? ''}`;
}

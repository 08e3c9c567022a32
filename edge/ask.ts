import { fingerprintOf, fingerprintText } from './fingerprint';

/** What Avow says of a key when it is asked online. */
export interface Told {
  valid: boolean;
  code: string;
  app: { id: string; developerId: string } | null;
  sdkProduct: string | null;
  environment: string | null;
  attestation: { state: string; dueOn: string | null } | null;
  reason: string | null;
  /** When that was so by Avow's clock, ms; 0 where it does not say. */
  asOf: number;
  /** Where the key stands in the status list, for one that is known. */
  statusList: { idx: number; uri: string } | null;
}

export interface AskOptions {
  url: string;
  token: string;
  fetch: typeof fetch;
  timeoutMs: number;
}

/** So many questions may be under way; more mean that somebody is making keys up. */
const mostAtOnce = 200;
/** Made-up keys are not asked about again and again. */
const rememberedMs = 5_000;
const mostRemembered = 10_000;

/** Asks Avow about a key; null when there is no answer. Two who ask the same at once share one question. */
export type Ask = (key: string) => Promise<Told | null>;

export function createAsk(options: AskOptions): Ask {
  const underWay = new Map<string, Promise<Told | null>>();
  const refused = new Map<string, { told: Told; until: number }>();

  return (key) => {
    const print = fingerprintText(fingerprintOf(key));
    const known = refused.get(print);
    if (known !== undefined && known.until > performance.now()) return Promise.resolve(known.told);
    const same = underWay.get(print);
    if (same !== undefined) return same;
    if (underWay.size >= mostAtOnce) return Promise.resolve(null);
    const question = askOnce(options, key)
      .then((told) => {
        if (told?.code === 'NOT_FOUND') {
          if (refused.size >= mostRemembered) refused.clear();
          refused.set(print, { told, until: performance.now() + rememberedMs });
        }
        return told;
      })
      .finally(() => underWay.delete(print));
    underWay.set(print, question);
    return question;
  };
}

async function askOnce({ url, token, fetch, timeoutMs }: AskOptions, key: string): Promise<Told | null> {
  try {
    const response = await fetch(`${url}/v1/verify`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ key }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return null;
    }
    return toldFrom(await response.json());
  } catch {
    return null;
  }
}

function toldFrom(body: unknown): Told | null {
  const told = body as (Partial<Omit<Told, 'asOf'>> & { asOf?: unknown }) | null;
  if (typeof told?.valid !== 'boolean' || typeof told.code !== 'string') return null;
  const { asOf } = told;
  const { idx, uri } = told.statusList ?? {};
  const isListed = typeof idx === 'number' && Number.isSafeInteger(idx) && idx >= 0 && typeof uri === 'string';
  return {
    valid: told.valid,
    code: told.code,
    app: told.app ?? null,
    sdkProduct: told.sdkProduct ?? null,
    environment: told.environment ?? null,
    attestation: told.attestation ?? null,
    reason: told.reason ?? null,
    asOf: typeof asOf === 'string' ? Date.parse(asOf) || 0 : 0,
    statusList: isListed ? { idx, uri } : null,
  };
}

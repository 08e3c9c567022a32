import type { Answer } from './answer';

/** What a caller is told whose key does not work: an RFC 9457 problem. */
export interface Refusal {
  status: 401 | 403;
  headers: Record<string, string>;
  body: { type: 'about:blank'; title: string; status: number; code: string; detail: string };
}

const details: Readonly<Record<string, string>> = {
  KEY_MISSING: 'Send the SDK key in the header {header}.',
  NOT_FOUND: 'This key is not known. Check that it was copied whole, or issue a new one.',
  NOT_YET_ATTESTED: 'Live keys work once the first attestation of the app is accepted.',
  SUSPENDED_OBLIGATION:
    'Live keys are suspended because the attestation of the app is overdue. They work again within minutes of attesting.',
  SUSPENDED_FINDING: 'Live keys are suspended because of an open finding about the app.',
  REVOKED: 'This key has ended. Use the key that replaced it, or issue one.',
  OFFBOARDED: 'The app no longer uses the SDK, so its keys have ended.',
};

/** 401 where the key is missing or not known, 403 where it is known and does not work. */
export function refusalOf(answer: Answer | null, header: string): Refusal {
  const code = answer?.code ?? 'KEY_MISSING';
  const status = answer?.known ? 403 : 401;
  const detail = answer?.reason ?? details[code] ?? 'Live keys of the app are suspended.';
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-avow-code': code,
      ...(answer?.stale ? { 'x-avow-stale': 'true' } : {}),
      // RFC 9110 wants a challenge with every 401.
      ...(status === 401 ? { 'www-authenticate': 'SDK-Key' } : {}),
    },
    body: {
      type: 'about:blank',
      title: status === 401 ? 'The SDK key is missing or unknown' : 'The SDK key does not work',
      status,
      code,
      detail: detail.replace('{header}', header),
    },
  };
}

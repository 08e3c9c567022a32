import type { z } from 'zod';
import { iso } from '../api/values';
import type { verification } from '../api/verify';
import { obligationNow } from '../db/lifecycle/transact';
import type { KnownKey } from '../db/queries/verify';
import type { Instant } from '../domain/calendar/instant';
import { reasonOf } from '../domain/keys/reason';
import { verdictOf } from '../domain/keys/verdict';
import type { Language } from '../domain/lifecycle/state';
import { portalPaths } from '../domain/paths';

type Verification = z.output<typeof verification>;

export interface Asked {
  /** Wall time at which the facts were so. */
  asOf: Instant;
  language: Language;
  publicUrl: string;
  isEmbedded: boolean;
}

/** The answer about one key, from what is known of it; undefined where nothing is. Asks nobody: facts may come from anywhere. */
export function verificationOf(known: KnownKey | undefined, asked: Asked): Verification {
  const { asOf, language, publicUrl, isEmbedded } = asked;
  const paths = portalPaths(publicUrl);
  if (known === undefined) {
    const verdict = { isValid: false, code: 'NOT_FOUND', attestation: null } as const;
    return {
      valid: false,
      code: 'NOT_FOUND',
      app: null,
      sdkProduct: null,
      environment: null,
      attestation: null,
      reason: reasonOf(verdict, paths.home, language),
      asOf: iso(asOf),
    };
  }
  const { lastDecisionAt, offsetMs } = known;
  const now = obligationNow(asOf, isEmbedded ? offsetMs : 0, { developer: { lastDecisionAt } } as Parameters<
    typeof obligationNow
  >[2]);
  const verdict = verdictOf(known, now);
  const fixUrl = paths.status(known.developerId);
  return {
    valid: verdict.isValid,
    code: verdict.code,
    app: { id: known.appId, developerId: known.developerId, name: known.appName },
    sdkProduct: known.sdkProduct,
    environment: known.environment,
    attestation: verdict.attestation && { ...verdict.attestation, fixUrl },
    reason: reasonOf(verdict, fixUrl, language),
    asOf: iso(asOf),
  };
}

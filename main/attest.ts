import type { ObligationSlug } from '../domain/obligations';
import { completeAnswers } from '../domain/obligations/sample-answers';
import type { SdkProductSlug } from '../domain/products';
import type { ApiClient } from './api-client';
import { samplePolicyUrl } from './sample-policies';

/** A one-pixel PNG: evidence that holds nobody's data. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface AttestOptions {
  /** Face data: a higher risk, which a person reviews. */
  face?: boolean;
  /** Since when the privacy policy is in effect, `YYYY-MM-DD`. */
  effectiveOn?: string;
  /** Changes the answers before they are saved. */
  change?: (answers: Record<ObligationSlug, Record<string, unknown>>) => void;
}

interface OwedApp {
  app: { id: string; sdkProduct: SdkProductSlug };
  currentlyDue: { requirementId: string; obligation: ObligationSlug }[];
  pastDue: { requirementId: string; obligation: ObligationSlug }[];
}

/** Walks law → notice → consent → rights for every app that owes something: uploads evidence, saves drafts. */
export async function fillIn(api: ApiClient, developerId: string, options: AttestOptions = {}): Promise<string[]> {
  const { items } = (await api.call('GET', `/v1/developers/${developerId}/requirements?limit=100`)) as {
    items: OwedApp[];
  };
  const owing = items.filter((item) => item.currentlyDue.length + item.pastDue.length > 0);
  for (const { app, currentlyDue, pastDue } of owing) {
    const evidence = await api.call('POST', `/v1/developers/${developerId}/apps/${app.id}/evidence`, pixel, {
      'content-type': 'image/png',
      'content-disposition': 'attachment; filename="consent-screen.png"',
    });
    const answers = completeAnswers(app.sdkProduct, {
      privacyPolicyUrl: samplePolicyUrl(app.sdkProduct),
      evidenceId: evidence.id,
      face: options.face ?? false,
      ...(options.effectiveOn && { effectiveOn: options.effectiveOn }),
    }) as Record<ObligationSlug, Record<string, unknown>>;
    options.change?.(answers);
    for (const { requirementId, obligation } of [...currentlyDue, ...pastDue]) {
      const path = `/v1/developers/${developerId}/requirements/${requirementId}/draft`;
      const { version } = await api.call('GET', path);
      await api.call('PUT', path, { answers: answers[obligation], version });
    }
  }
  return owing.map((item) => item.app.id);
}

/** Reads the words to be signed and signs them, for these apps. Returns the submissions. */
export async function sign(
  api: ApiClient,
  developerId: string,
  appIds: readonly string[],
): Promise<{ id: string; appId: string; state: string }[]> {
  const query = `appIds=${appIds.join(',')}&language=en`;
  const signing = await api.call('GET', `/v1/developers/${developerId}/signing?${query}`);
  const { items } = await api.call('POST', `/v1/developers/${developerId}/submissions`, {
    appIds,
    signature: {
      typedName: 'Mei Lin',
      typedTitle: 'Head of Privacy',
      hasAuthority: true,
      words: signing.words,
      language: 'en',
    },
  });
  return items;
}

/** The whole of a developer's part: fill in, read, sign. */
export async function attest(api: ApiClient, developerId: string, options: AttestOptions = {}) {
  return sign(api, developerId, await fillIn(api, developerId, options));
}

/** An account manager decides every item of a submission that waits. */
export async function review(
  staff: ApiClient,
  submissionId: string,
  outcome: 'accept' | 'return' = 'accept',
  returned: readonly ObligationSlug[] = [],
): Promise<void> {
  const { items } = (await staff.call('GET', `/v1/reviews/${submissionId}`)) as {
    items: { requirementId: string; obligation: ObligationSlug; state: string }[];
  };
  await staff.call('POST', `/v1/reviews/${submissionId}/decisions`, {
    items: items
      .filter((item) => item.state === 'submitted')
      .map(({ requirementId, obligation }) =>
        outcome === 'return' && (returned.length === 0 || returned.includes(obligation))
          ? {
              requirementId,
              outcome: 'return',
              reasonCode: 'clause-missing',
              reason: 'Please quote the clause that names the SDK and its vendor.',
            }
          : { requirementId, outcome: 'accept' },
      ),
  });
}

/** Waits until the automatic checks of a submission have ended; returns it. */
export async function checked(
  api: ApiClient,
  developerId: string,
  submissionId: string,
): Promise<{ id: string; state: string; checks: string }> {
  const end = performance.now() + 120_000;
  while (performance.now() < end) {
    const submission = await api.call('GET', `/v1/developers/${developerId}/submissions/${submissionId}`);
    if (submission.checks !== 'pending') return submission;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the checks of ${submissionId} did not end`);
}

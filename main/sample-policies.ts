import type { IncomingMessage, ServerResponse } from 'node:http';
import { samplePolicyText } from '../domain/obligations/sample-answers';
import { type SdkProductSlug, sdkProducts } from '../domain/products';

/** The host under which the sample pages count as public: it leads here through the embedded-only allow-list of the page fetcher. */
export const samplePolicyHost = 'policies.example';

/** The address of a sample privacy policy that names the SDK of a product, as a developer would state it. */
export function samplePolicyUrl(product: SdkProductSlug): string {
  return `https://${samplePolicyHost}/sample-policies/${product}`;
}

/** Embedded mode only: answers with a synthetic privacy policy. Returns false when something else was asked for. */
export function answerSamplePolicy(request: IncomingMessage, response: ServerResponse): boolean {
  const product = sdkProducts.find((one) => request.url === `/sample-policies/${one}`);
  if (request.method !== 'GET' || product === undefined) return false;
  response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'x-robots-tag': 'noindex' });
  response.end(samplePolicyText(product));
  return true;
}

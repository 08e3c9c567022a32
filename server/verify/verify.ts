import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { keysToVerify, longestBatch } from '../../api/verify';
import { AvowError } from '../../domain/errors';
import type { Language } from '../../domain/lifecycle/state';
import { preferredLanguage } from '../accept-language';
import { checked } from '../request-parts';
import { type Exchange, refuseQuery, sendJsonBytes } from './exchange';
import { headerOf } from './header';
import { readJsonBody } from './json-body';
import { piece } from './json-bytes';
import type { VerifierParts } from './verifier';

/** GET and POST /v1/verify: does this key work, or do these. */
export function createVerify(parts: VerifierParts): Exchange {
  const { clock, callers, answers, verifications, usage, checks } = parts;
  const { json } = verifications;
  const check = (text: string, now: number, language: Language): void => {
    const entry = answers.find(text);
    if (entry >= 0) usage.count(entry);
    const told = answers.tell(entry, now, language);
    checks.count(told.verdict.code);
    verifications.put(entry, now, told);
  };
  const answerOne = (response: ServerResponse, key: string, now: number, language: Language): void => {
    json.clear();
    check(key, now, language);
    sendJsonBytes(response, json.bytesAsText());
  };
  return (request, response, query) => {
    const now = clock.now();
    const token = callers.admit(request, now, 1);
    if (query !== null) refuseQuery(query);
    const language = languageOf(request);
    if (request.method !== 'POST') return answerOne(response, sdkKeyOf(request), now, language);
    return readJsonBody(request).then((given) => {
      const keys = keysOf(given);
      if (typeof keys === 'string') return answerOne(response, keys, now, language);
      callers.spend(token, keys.length - 1, now);
      json.clear().put(beginItems);
      for (const [place, key] of keys.entries()) {
        if (place > 0) json.put(comma);
        check(key, now, language);
      }
      sendJsonBytes(response, json.put(endItems).bytesAsText());
    });
  };
}

const beginItems = piece('{"items":[');
const comma = piece(',');
const endItems = piece(']}');

/** The key in the header. Throws request.invalid. */
function sdkKeyOf(request: IncomingMessage): string {
  const key = headerOf(request, 'x-sdk-key');
  if (key === undefined || key === '') {
    throw new AvowError('request.invalid', 'Send the SDK key in the header X-SDK-Key.', [
      { path: '/headers/x-sdk-key', message: 'is missing' },
    ]);
  }
  return key;
}

/** One key or many, as the schema has it. What is plainly right needs no schema: a batch is a thousand texts. */
function keysOf(given: unknown): string | readonly string[] {
  const keys = (given as { keys?: unknown } | null)?.keys;
  const isPlain =
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.length <= longestBatch &&
    Object.keys(given as object).length === 1 &&
    keys.every((key) => typeof key === 'string' && key.length > 0 && key.length <= 200);
  if (isPlain) return keys;
  const body = checked(keysToVerify, given, '') as z.output<typeof keysToVerify>;
  return body.keys ?? body.key ?? '';
}

const languages = new Map<string, Language>();

/** Few headers are sent again and again. */
export function languageOf(request: IncomingMessage): Language {
  const header = headerOf(request, 'accept-language');
  if (header === undefined) return 'en';
  let language = languages.get(header);
  if (language === undefined) {
    if (languages.size >= 1_000) languages.clear();
    language = preferredLanguage(header);
    languages.set(header.slice(0, 500), language);
  }
  return language;
}

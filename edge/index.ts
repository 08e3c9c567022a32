/** The verifier package: is this SDK key active? Answers from memory, and goes on answering while Avow is away. */
export type { Answer, Code } from './answer';
export type { MiddlewareOptions, WithAvow } from './express';
export { expressVerifier } from './express';
export { fetchVerifier } from './fetch';
export { gatewayListener } from './gateway';
export { type KeyLooks, looksOf } from './key-text';
export { metricsText } from './metrics';
export type { Hooks, UnknownPolicy } from './settings';
export { type StatusList, statusAt, unpackList } from './status-list';
export { createStatusListVerifier, type StatusListVerifierOptions } from './status-list-verifier';
export { createVerifier, type Verifier, type VerifierOptions } from './verifier';

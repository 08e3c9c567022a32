import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** What is measured runs on one core, and who asks on the other. */
export const subjectCore = 0;
export const loadCore = 1;

/** Starts a script of this folder on one core. */
export function start(script: string, core: number, ...more: string[]): ChildProcess {
  return startPinned(core, process.execPath, join(__dirname, script), ...more);
}

/** Starts a program on one core, where that can be had. */
export function startPinned(core: number, ...program: string[]): ChildProcess {
  const isPinned = spawnSync('taskset', ['-V']).status === 0;
  const [command = '', ...words] = isPinned ? ['taskset', '-c', String(core), ...program] : program;
  return spawn(command, words, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** The port of a subject that has just been started. */
export async function portOf(subject: ChildProcess): Promise<number> {
  const [port] = (await once(subject, 'message')) as [number];
  return port;
}

/** What a load process is told. */
export interface Load {
  port: number;
  /** Asked in turn. */
  requests: readonly string[];
  milliseconds: number;
}

/** Requests a second. */
export async function measure(load: ChildProcess, what: Load): Promise<number> {
  const answered = once(load, 'message');
  load.send(what);
  return ((await answered) as [number])[0];
}

/** A GET of one check. */
export function checkRequest(authorization: string, key: string): string {
  return `GET /v1/verify HTTP/1.1\r\nHost: avow\r\nAuthorization: ${authorization}\r\nX-SDK-Key: ${key}\r\n\r\n`;
}

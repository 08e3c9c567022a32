import type { ChildProcess } from 'node:child_process';
import { openSync, renameSync, statSync } from 'node:fs';

/** A started part of the embedded stack: one process, by pid. */
export interface RunningPart {
  pid: number;
  /** Resolves with a short reason when the process has ended, whoever ended it; never rejects. */
  exited: Promise<string>;
  /** Ends it in an orderly way and resolves when it is gone; harmless when it already is. */
  stop(): Promise<void>;
}

/** Something that can be started, again and again. `start` resolves when it is ready to serve. */
export interface Part<Running extends RunningPart = RunningPart> {
  name: string;
  start(): Promise<Running>;
}

/** Says one line to whoever started the stack. */
export type Say = (line: string) => void;

const largestLogBytes = 20 * 1024 * 1024;

/**
 * Opens a log file to hand to a child as its output, so that its last words are kept even when its parent has died.
 * A file over 20 MB becomes `<path>.1` first.
 */
export function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

/** Why a child ended, in words; never rejects, also not when it could not be started. */
export function exitOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (fault) => resolve(fault.message));
    child.once('exit', (code, signal) => resolve(signal === null ? `ended with code ${code}` : `ended by ${signal}`));
  });
}

import { type VerdictCode, verdictCodes } from '../../domain/keys/verdict';

/** What one process has to tell of itself; several may share a port, and whoever asks hears of all. */
export interface Figures {
  /** How many checks were answered with each code, in the order of `verdictCodes`. */
  checks: number[];
  isReady: boolean;
  ageSeconds: number;
  isStale: boolean;
  lagSeconds: number;
  position: number;
  keys: number;
  apps: number;
  readers: number;
  memoryBytes: number;
}

/** The figures of processes as if they were one: what is counted is added up, and of the rest the one that is worst off counts. */
export function summed(processes: readonly Figures[]): Figures {
  const all = (of: (figures: Figures) => number) => processes.map(of);
  const sum = (of: (figures: Figures) => number) => all(of).reduce((total, one) => total + one, 0);
  return {
    checks: verdictCodes.map((_, place) => sum(({ checks }) => checks[place] ?? 0)),
    isReady: processes.every(({ isReady }) => isReady),
    ageSeconds: Math.max(...all(({ ageSeconds }) => ageSeconds)),
    isStale: processes.some(({ isStale }) => isStale),
    lagSeconds: Math.max(...all(({ lagSeconds }) => lagSeconds)),
    position: Math.min(...all(({ position }) => position)),
    keys: Math.min(...all(({ keys }) => keys)),
    apps: Math.min(...all(({ apps }) => apps)),
    readers: sum(({ readers }) => readers),
    memoryBytes: sum(({ memoryBytes }) => memoryBytes),
  };
}

/** How many checks were answered with which code. */
export function checksByCode({ checks }: Figures): [VerdictCode, number][] {
  return verdictCodes.map((code, place) => [code, checks[place] ?? 0]);
}

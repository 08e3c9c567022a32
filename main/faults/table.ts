import { type MomentName, momentNames } from './moments';
import { type PartName, parts } from './stage';
import type { Trial } from './trial';

/** All trials of one part and one moment. */
export interface Row {
  part: PartName;
  moment: MomentName;
  trials: number;
  /** Killed before the end state was there. */
  inTheMiddle: number;
  lost: number;
  doubled: number;
  resent: number;
  recoveredMedianSeconds: number | null;
  recoveredMaxSeconds: number | null;
}

/** One row for each part and moment, with the trials in which something was lost or doubled counted. */
function rowsOf(trials: readonly Trial[]): Row[] {
  return parts.flatMap((part) => momentNames.map((moment) => rowOf(part, moment, trials)));
}

function rowOf(part: PartName, moment: MomentName, trials: readonly Trial[]): Row {
  const mine = trials.filter((trial) => trial.part === part && trial.moment === moment);
  const { median, max } = seconds(mine.map((trial) => trial.recoveredMs));
  return {
    part,
    moment,
    trials: mine.length,
    inTheMiddle: mine.filter((trial) => trial.wasInTheMiddle).length,
    lost: mine.filter((trial) => trial.lost.length > 0).length,
    doubled: mine.filter((trial) => trial.doubled.length > 0).length,
    resent: mine.reduce((sum, trial) => sum + trial.resent, 0),
    recoveredMedianSeconds: median,
    recoveredMaxSeconds: max,
  };
}

/** Median and maximum, in seconds with one decimal; null where nothing was measured. */
function seconds(milliseconds: readonly (number | null)[]): { median: number | null; max: number | null } {
  const sorted = milliseconds.filter((one) => one !== null).sort((one, other) => one - other);
  const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value / 100) / 10);
  return { median: rounded(sorted[Math.floor(sorted.length / 2)]), max: rounded(sorted.at(-1)) };
}

/** The table as lines of text. */
function linesOf(rows: readonly Row[]): string[] {
  const header = ['part', 'moment', 'trials', 'in the middle', 'lost', 'doubled', 'resent', 'median s', 'max s'];
  const cells = rows.map((row) => Object.values(row).map((value) => (value === null ? '-' : String(value))));
  const widths = header.map((name, index) => Math.max(name.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => (index < 2 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  return [header, ...cells].map(line);
}

/** What all trials come to: in lines for people, and as figures. */
export function reportOn(trials: readonly Trial[]) {
  const rows = rowsOf(trials);
  const useful = seconds(trials.map((trial) => trial.usefulMs));
  return {
    lines: [
      ...linesOf(rows),
      `a worker that was killed was useful again after ${useful.median ?? '-'} s (median), ${useful.max ?? '-'} s (longest)`,
    ],
    figures: {
      lost: rows.reduce((sum, row) => sum + row.lost, 0),
      doubled: rows.reduce((sum, row) => sum + row.doubled, 0),
      workerUsefulMedianSeconds: useful.median,
      workerUsefulMaxSeconds: useful.max,
      rows,
    },
  };
}

import { decisionTypes, rules } from '../domain/lifecycle/decisions';
import { procedures } from '../domain/lifecycle/next-wake';
import { requirementTransitions, standingTransitions, type Transition } from '../domain/lifecycle/transitions';
import { defaultTerms } from '../domain/terms';

/** The page `docs/lifecycle.md`, made from the tables the decider itself works by: `node dist/main/lifecycle-docs.js > docs/lifecycle.md`. */
export function lifecyclePage(): string {
  return [
    '# The lifecycle',
    '',
    'Made from `domain/lifecycle/transitions.ts`, `domain/lifecycle/decisions.ts` and `domain/terms.ts` by',
    '`npm run build && node dist/main/lifecycle-docs.js > docs/lifecycle.md`; a test compares the two.',
    '',
    '## Standing of an app',
    '',
    ...diagram(standingTransitions),
    '',
    ...table(standingTransitions),
    '',
    '## A requirement',
    '',
    ...diagram(requirementTransitions),
    '',
    ...table(requirementTransitions),
    '',
    '## Terms, as the product ships them',
    '',
    'Durations are ISO 8601; plain numbers after `Before` and `After` are days relative to the due day.',
    '',
    '| term | value |',
    '|---|---|',
    ...Object.entries(defaultTerms).map(([name, value]) => `| \`${name}\` | ${shown(value)} |`),
    '',
    '## Rules that may never break',
    '',
    ...rules.map((rule) => `- \`${rule}\`: \`test/domain/lifecycle/rules/${rule}.test.ts\``),
    '',
    '## What the clock is awaited for',
    '',
    ...procedures.map((procedure) => `- \`${procedure}\``),
    '',
    '## Decisions',
    '',
    'Each is one audit entry, with its reason, its rule and the rows it changed.',
    '',
    ...decisionTypes.map((type) => `- \`${type}\``),
    '',
  ].join('\n');
}

/** Mermaid's state diagram: what happened stands on the arrow. Names may hold no hyphen there, and these have none. */
function diagram(transitions: readonly Transition<string>[]): string[] {
  const arrows = transitions.map(
    ({ from, to, because }) => `  ${from === 'none' ? '[*]' : from} --> ${to}: ${because}`,
  );
  const final = [...new Set(transitions.map(({ to }) => to))].filter(
    (to) => !transitions.some(({ from }) => from === to),
  );
  return ['```mermaid', 'stateDiagram-v2', ...arrows, ...final.map((state) => `  ${state} --> [*]`), '```'];
}

function table(transitions: readonly Transition<string>[]): string[] {
  return [
    '| from | to | when | decision | who acts next |',
    '|---|---|---|---|---|',
    ...transitions.map(
      ({ from, to, when, because, next }) =>
        `| ${from === 'none' ? '' : `\`${from}\``} | \`${to}\` | ${when} | \`${because}\` | ${next} |`,
    ),
  ];
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value !== 'object' || value === null) return `\`${String(value)}\``;
  return Object.entries(value)
    .map(([name, part]) => `${name} ${shown(part)}`)
    .join('; ');
}

if (require.main === module) process.stdout.write(lifecyclePage());

import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

const everyMs = 1_000;

/** What a running activity last said of its progress: every sign of life repeats it, as an empty one would wipe it out. */
const progress = new WeakMap<Context, unknown>();

/** Tells Temporal every second, for as long as an activity runs, that its process lives. */
export function signsOfLife(context: Context): ActivityInterceptors {
  // What runs inside a workflow task is the task's own.
  if (context.info.isLocal) return {};
  return {
    inbound: {
      async execute(input, next) {
        const timer = setInterval(() => context.heartbeat(progress.get(context)), everyMs);
        try {
          return await next(input);
        } finally {
          clearInterval(timer);
        }
      },
    },
  };
}

/** Says how far an activity has come, for the try that may have to go on from there. */
export function tellProgress(context: Context, reached: unknown): void {
  progress.set(context, reached);
  context.heartbeat(reached);
}

/** How far the try before had come; undefined for the first. */
export function progressOf<Reached>(context: Context): Reached | undefined {
  return (context.info.heartbeatDetails as Reached | undefined) ?? undefined;
}

import type { Context } from '@temporalio/activity';
import type { ActivityInterceptors } from '@temporalio/worker';

const everyMs = 1_000;

/** Tells Temporal every second, for as long as an activity runs, that its process lives. */
export function signsOfLife(context: Context): ActivityInterceptors {
  // What runs inside a workflow task is the task's own.
  if (context.info.isLocal) return {};
  return {
    inbound: {
      async execute(input, next) {
        const timer = setInterval(() => context.heartbeat(), everyMs);
        try {
          return await next(input);
        } finally {
          clearInterval(timer);
        }
      },
    },
  };
}

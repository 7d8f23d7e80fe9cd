import type { JobHandler, JobHandlers } from '../mail/job-handler.ts';
import { callHook } from './call-hook.ts';
import type { RebuildSettings } from './rebuild-settings.ts';
import { runCommand } from './run-command.ts';

/** Who builds the static pages anew, in the ways that these settings name. */
export function rebuildHandlers({ hook, secret, command }: RebuildSettings): JobHandlers {
  const handlers: Record<string, JobHandler> = {};
  if (hook !== null)
    handlers['rebuild-hook'] = async ({ service, job, signal }) => {
      await callHook({ hook, secret, id: job.id, at: service.now() }, signal);
      return undefined;
    };
  if (command !== null)
    handlers['rebuild-command'] = async ({ signal }) => {
      await runCommand(command, signal);
      return undefined;
    };
  return handlers;
}

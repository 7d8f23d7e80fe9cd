import type { JobHandler } from '../comments/mail/job-handler.ts';
import { buildSite } from './build-site.ts';
import type { LiveSite } from './live-site.ts';

/**
 * Builds the site with the comments approved by now and then serves that. A build that fails leaves
 * the pages as they are; it is tried again later.
 */
export function rebuildSite(site: LiveSite): JobHandler {
  return async ({ service, signal }) => {
    if ((await buildSite(service, signal)) === 'built') site.reload();
    return undefined;
  };
}

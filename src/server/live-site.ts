import { serveSite } from './serve-site.ts';

/** A built site that can be built anew while it is served. */
export interface LiveSite {
  readonly fetch: (request: Request) => Response | Promise<Response>;
  /** Serves from now on what the folder holds now: all of it, or, when it throws, what it held. */
  readonly reload: () => void;
}

/** Serves what is in `folder`, from memory: what a build does to its files meanwhile is not seen. */
export function liveSite(folder: string): LiveSite {
  let site = serveSite(folder);
  return {
    fetch: (request) => site.fetch(request),
    reload() {
      site = serveSite(folder);
    },
  };
}

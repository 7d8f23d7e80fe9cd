import { createHash } from 'node:crypto';

/**
 * Runs in <head> before the first paint, so that a chosen theme never flashes the other one.
 * Kept as text: it must be inline, and its hash in the policy must be of these very bytes.
 * Reads the record of `src/learner/learner-record.ts`; storage can hold anything, or be refused.
 */
export const THEME_BOOT =
  "try{const t=JSON.parse(localStorage.strates).settings.theme;if(t=='light'||t=='dark')document.documentElement.dataset.theme=t}catch{}";

/** On `/` only: sends on to the language chosen last, or else to the browser's. */
export const LANGUAGE_BOOT =
  "{let l;try{l=JSON.parse(localStorage.strates).settings.locale}catch{}if(l!='fr'&&l!='en')l=navigator.languages.map(x=>x.slice(0,2)).find(x=>x=='fr'||x=='en');if(l)location.replace('/'+l+'/')}";

/**
 * The order of the cascade layers. It stands before every sheet, for the first mention of a layer
 * places it, and sheets come in the order in which the build meets their components.
 */
export const LAYER_ORDER = '@layer reset,tokens,base,layout,components,print;';

/** The hash of an inline script or style as `Content-Security-Policy` wants it. */
export function cspHash(text: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

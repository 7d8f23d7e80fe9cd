/** How long a browser may take to show what it will show, on a busy machine. */
export const SOON = { timeout: 15_000 };

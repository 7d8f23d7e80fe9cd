/** Writes one event. Fields never hold what a visitor sent: no address, name, text or secret. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number>>) => void;

/** One line of JSON for each event, on standard output. */
export const logLine: Log = (event, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
};

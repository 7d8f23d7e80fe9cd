import bowser from 'bowser';

/** Longer ones are no browser's. */
const LONGEST = 400;

/** Browser and system as a person would say them (`Firefox, Windows`); null when it does not say. */
export function browserName(userAgent: string | undefined): string | null {
  if (!userAgent || userAgent.length > LONGEST) return null;
  const { browser, os } = bowser.parse(userAgent);
  return [browser.name, os.name].filter(Boolean).join(', ') || null;
}

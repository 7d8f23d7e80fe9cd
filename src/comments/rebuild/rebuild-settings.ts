/** How the static pages come to know that published comments have changed. */
export interface RebuildSettings {
  readonly hook: URL | null;
  /** Signs what the hook gets. */
  readonly secret: string | null;
  readonly command: string | null;
  /** Whether this process serves the pages itself, and builds them (`npm start`). */
  readonly inPlace: boolean;
  /** How long nothing further may change before it begins. */
  readonly delayMs: number;
}

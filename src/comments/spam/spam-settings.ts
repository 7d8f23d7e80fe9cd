/** What the operator has set against spam. */
export interface SpamSettings {
  /** More links than this in a comment are pointed out to moderators. */
  readonly maxLinks: number;
  /** Rounds of each derivation that proof of work takes; some 256 derivations solve a challenge. */
  readonly powCost: number;
  /** Days after a lesson's last update at which its thread closes; null: never. */
  readonly closeAfterDays: number | null;
  /** Whether those who proved their address, and of whom a comment was approved, need not wait. */
  readonly trustKnown: boolean;
  /** Null: no comment leaves the service. */
  readonly akismet: AkismetSettings | null;
}

export interface AkismetSettings {
  readonly key: string;
  /** Where it answers. */
  readonly url: URL;
}

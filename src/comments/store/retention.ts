const DAY = 86_400_000;

/**
 * How long what is personal is kept when nobody asks for it to be erased. The privacy page states
 * these figures; {@link sweepPersonal} keeps them.
 */
export const RETENTION = {
  /** The keyed hash of the network that a comment came from. */
  network: DAY,
  /** A subscription, and its address, that the owner does not confirm. */
  unconfirmed: 30 * DAY,
  /** What a comment holds once it was declined. */
  declined: 180 * DAY,
  /** A link to confirm an address. */
  confirmLink: 7 * DAY,
  /** A link to the personal data of an address. */
  personalLink: DAY,
} as const;

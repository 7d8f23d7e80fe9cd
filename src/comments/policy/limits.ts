/** What a visitor may send, in the units that WordPress's tables count: characters, and bytes of UTF-8. */
export const LIMITS = {
  nameCharacters: 245,
  emailCharacters: 100,
  websiteCharacters: 200,
  commentBytes: 65_525,
} as const;

/** How far markup may go before a comment is refused: no human comment comes near. */
export const MARKUP_LIMITS = {
  /** Elements open at once. */
  depth: 32,
  /** Attributes on one tag. */
  attributes: 64,
  /** Of HTML that the policy may write: paragraphs repeat the formatting that they interrupt. */
  htmlCharacters: 655_250,
} as const;

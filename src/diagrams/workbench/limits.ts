/** How large a stack on the bench can be, and what is said of it. */
export const LIMITS = {
  layers: 40,
  /** Layers that rest on each other. */
  depth: 8,
  /** Signs of a name. */
  name: 40,
  /** Signs of the whole text. */
  text: 2000,
} as const;

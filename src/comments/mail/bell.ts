/** Tells whoever does jobs that there may be one, without waiting for it. */
export interface Bell {
  ring(): void;
  /** Calls `listener` at each ring until the function that it returns is called. */
  listen(listener: () => void): () => void;
}

export function createBell(): Bell {
  const listeners = new Set<() => void>();
  return {
    ring() {
      for (const listener of listeners) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What a command has to say. */
export interface Said {
  /** To stdout: what was asked for. */
  readonly out?: string | Uint8Array;
  /** To stderr: what one should know beside it. */
  readonly notes?: readonly string[];
  /** The program ends with 1. */
  readonly failed?: boolean;
}

/** One command of `npm run quiz`; what it throws is said to whoever typed it, with its usage. */
export interface QuizCommand {
  /** Begins with its name; then what it does, and its options. */
  readonly usage: string;
  readonly run: (args: readonly string[]) => Said | Promise<Said>;
}

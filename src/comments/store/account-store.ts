import type { Instant, Moderator, Role, Session } from './store.ts';

/** Accounts of moderators: what they may do, how they prove who they are, where they are signed in. */
export interface AccountStore {
  /** Everybody, with what stands behind the password; by name. */
  moderators(): Promise<readonly ModeratorAccount[]>;
  updateModerator(
    moderator: string,
    change: Partial<Pick<Moderator, 'name' | 'mail' | 'locale'>>,
  ): Promise<void>;
  /** False, and nothing changes, when no administrator who may sign in would be left. */
  setRole(moderator: string, role: Role): Promise<boolean>;
  /** Ends their sessions and links as well; false as {@link setRole}. */
  disableModerator(moderator: string, at: Instant): Promise<boolean>;
  enableModerator(moderator: string): Promise<void>;
  /** Takes every factor but the password away, and ends the sessions. */
  removeFactors(moderator: string): Promise<void>;

  /** What proves the second factor; null when there is none. */
  secondFactor(moderator: string): Promise<SecondFactor | null>;
  /** Puts a second factor in the place of the one before, recovery codes included. */
  setSecondFactor(factor: {
    moderator: string;
    /** Sealed: the database alone makes no codes. */
    secret: string;
    /** The step of the code that proved it. */
    step: number;
    at: Instant;
    /** SHA-256 of each. */
    recoveryCodes: readonly string[];
  }): Promise<void>;
  removeSecondFactor(moderator: string): Promise<void>;
  /** Uses a code's time step up: true the first time, false for it and all earlier ones ever after. */
  takeTotpStep(moderator: string, step: number): Promise<boolean>;
  replaceRecoveryCodes(moderator: string, hashes: readonly string[]): Promise<void>;
  /** Uses a recovery code up: true the first time. */
  takeRecoveryCode(moderator: string, hash: string, at: Instant): Promise<boolean>;

  /** Rejects with a StoreError `exists` when anybody has the key already. */
  addPasskey(passkey: Omit<Passkey, 'lastUsedAt'>): Promise<void>;
  /** Oldest first. */
  passkeysOf(moderator: string): Promise<readonly Passkey[]>;
  findPasskey(id: string): Promise<Passkey | null>;
  /**
   * Writes a use down. False when the key's counter is not ahead of the last one: a copy of the key
   * is about (WebAuthn, section 6.1.1); keys that do not count always send zero.
   */
  usePasskey(use: { id: string; counter: number; at: Instant }): Promise<boolean>;
  renamePasskey(passkey: { id: string; moderator: string; name: string }): Promise<boolean>;
  removePasskey(passkey: { id: string; moderator: string }): Promise<boolean>;

  /** Where a moderator is signed in, last seen first. */
  sessionsOf(moderator: string, now: Instant, idleMs?: number): Promise<readonly ListedSession[]>;
  /** Ends one session by the name under which it is listed. */
  endSession(session: { id: string; moderator: string }): Promise<boolean>;
  /** Ends all of a moderator's sessions but one; how many. */
  endOtherSessions(moderator: string, keptId: string): Promise<number>;
}

/** A moderator as administrators see them. */
export interface ModeratorAccount extends Moderator {
  readonly hasSecondFactor: boolean;
  readonly passkeys: number;
}

export interface SecondFactor {
  readonly secret: string;
  readonly confirmedAt: Instant;
  /** Recovery codes that have not been used. */
  readonly codesLeft: number;
}

export interface Passkey {
  /** The credential's id, base64url. */
  readonly id: string;
  readonly moderator: string;
  readonly name: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
}

export type ListedSession = Omit<Session, 'moderator'>;

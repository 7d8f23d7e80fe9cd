import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { Passkey } from '../store/account-store.ts';
import { CHALLENGE_AGE, newChallenge } from './challenge.ts';

/** Ed25519, ECDSA with P-256, and RSA for older Windows: what authenticators have (RFC 9053, 8812). */
export const ALGORITHMS = [-8, -7, -257] as const;

/** What a challenge is for: a signature for the one is worth nothing for the other. */
export const SIGN_IN = 'passkey sign-in';
export const addPurpose = ({ tokenHash }: SignedIn): string => `passkey of ${tokenHash}`;

/** Passkeys belong to the host name of the service's public address. */
export function relyingParty({ settings }: Service): {
  readonly id: string;
  readonly name: string;
} {
  return { id: settings.publicUrl.hostname, name: 'Strates' };
}

/** The user handle that a passkey keeps: the moderator's id, which says nothing of the person. */
export function userHandle(moderator: string): string {
  return Buffer.from(moderator).toString('base64url');
}

/**
 * Options to make a passkey. Discoverable, so that signing in asks for no name; the device checks
 * its user, so that it counts as two factors; no attestation, since any make of key is good.
 */
export function creationOptions(
  service: Service,
  by: SignedIn,
  known: readonly Passkey[],
): PublicKeyCredentialCreationOptionsJSON {
  const { id, email, name } = by.moderator;
  return {
    rp: relyingParty(service),
    user: { id: userHandle(id), name: email, displayName: name },
    challenge: newChallenge(service.secret, addPurpose(by), service.now()),
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' as const })),
    excludeCredentials: known.map((key) => ({ id: key.id, type: 'public-key' as const })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
    timeout: CHALLENGE_AGE,
  };
}

/** Options to sign in with whatever passkey the browser has for this host. */
export function requestOptions(service: Service): PublicKeyCredentialRequestOptionsJSON {
  return {
    rpId: relyingParty(service).id,
    challenge: newChallenge(service.secret, SIGN_IN, service.now()),
    userVerification: 'required',
    timeout: CHALLENGE_AGE,
  };
}

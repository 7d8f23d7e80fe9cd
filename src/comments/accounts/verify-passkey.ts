import { z } from 'zod';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { Passkey } from '../store/account-store.ts';
import type { Moderator } from '../store/store.ts';
import { takeChallenge } from './challenge.ts';
import { addPurpose, ALGORITHMS, relyingParty, SIGN_IN, userHandle } from './passkey-options.ts';

const base64url = z.string().regex(/^[\w-]+$/);
const credential = { id: base64url.max(1400), rawId: base64url, type: z.literal('public-key') };

/** `PublicKeyCredential.toJSON()` after `create()` and after `get()`; what else is in it is dropped. */
const CREATED = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});
const GOT = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url,
  }),
});

/** The passkey that a browser made for this session; null when it is not as it was asked for. */
export async function verifyNewPasskey(
  service: Service,
  by: SignedIn,
  sent: string,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | null> {
  const created = parse(CREATED, sent);
  if (!created) return null;
  const { transports = [], ...response } = created.response;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyRegistrationResponse({
    ...expected(service, addPurpose(by)),
    response: { ...created, response, clientExtensionResults: {} },
    supportedAlgorithmIDs: [...ALGORITHMS],
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
}

/** Whose passkey signed, used up for this sign-in; what went wrong otherwise, and with whose. */
export async function verifyPasskey(
  service: Service,
  sent: string,
): Promise<{ readonly moderator: Moderator | null; readonly right: boolean }> {
  const nobody = { moderator: null, right: false };
  const got = parse(GOT, sent);
  const passkey = got && (await service.store.findPasskey(got.id));
  if (!passkey) return nobody;
  const moderator = await service.store.findModerator({ id: passkey.moderator });
  if (!moderator || moderator.disabledAt !== null) return nobody;
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    ...expected(service, SIGN_IN),
    response: { ...got, clientExtensionResults: {} },
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
      // The store compares counters, in the same step as it writes them.
      counter: 0,
    },
  }).catch(() => null);
  const own = got.response.userHandle === userHandle(moderator.id);
  if (!verified?.verified || !own) return { moderator, right: false };
  const { newCounter: counter } = verified.authenticationInfo;
  const right = await service.store.usePasskey({ id: passkey.id, counter, at: service.now() });
  return { moderator, right };
}

function expected(service: Service, purpose: string) {
  return {
    expectedChallenge: (challenge: string) => takeChallenge(service, challenge, purpose),
    expectedOrigin: service.settings.publicUrl.origin,
    expectedRPID: relyingParty(service).id,
    requireUserVerification: true,
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, sent: string): z.output<Schema> | null {
  try {
    return schema.safeParse(JSON.parse(sent)).data ?? null;
  } catch {
    return null;
  }
}

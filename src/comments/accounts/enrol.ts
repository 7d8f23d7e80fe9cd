import { thenQuery } from '../moderation/place-after.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { auditAct } from './audit-act.ts';
import { mayTryCode } from './check-factor.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { seal, unseal } from './seal.ts';
import { newTotpSecret, totpStep } from './totp.ts';

/** A secret that nobody has taken yet: it travels with the form, sealed, and is written nowhere. */
export interface NewSecret {
  readonly secret: string;
  readonly sealed: string;
}

/** A secret to enrol; with `sealed`, the one that this session was shown before, while that opens. */
export function secretToEnrol(service: Service, by: SignedIn, sealed = ''): NewSecret {
  const sealedFor = { purpose: 'enrolment', whose: by.tokenHash } as const;
  const known = sealed ? unseal(service.secret, sealed, sealedFor) : null;
  if (known !== null) return { secret: known, sealed };
  const secret = newTotpSecret();
  return { secret, sealed: seal(service.secret, secret, sealedFor) };
}

/**
 * Makes the shown secret the second factor when `code` is one of its codes: the recovery codes, or
 * what is wrong. Other sessions, which were begun without it, end.
 */
export async function enrol(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  shown: { readonly sealed: string; readonly code: string },
): Promise<readonly string[] | 'codeWrong' | 'stale' | 'tooMany'> {
  const { store, now } = service;
  const { moderator } = by;
  const { secret, sealed } = secretToEnrol(service, by, shown.sealed);
  if (sealed !== shown.sealed) return 'stale';
  if (!(await mayTryCode(service, c, moderator))) return 'tooMany';
  const step = totpStep(secret, shown.code, now());
  if (step === null) return 'codeWrong';
  const codes = newRecoveryCodes();
  await store.setSecondFactor({
    moderator: moderator.id,
    secret: seal(service.secret, secret, { purpose: 'totp', whose: moderator.id }),
    step,
    at: now(),
    recoveryCodes: codes.map(recoveryCodeHash),
  });
  await store.endOtherSessions(moderator.id, by.session);
  await auditAct(service, moderator.id, 'factor-set');
  return codes;
}

/** Where a half session goes on, with the place that was asked for first. */
export function secondFactorPlace(then: string | null): string {
  return `/second-factor${thenQuery(then)}`;
}

import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import type { Moderator } from '../store/store.ts';
import { verifyPassword } from '../moderation/password.ts';
import { auditAct } from './audit-act.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { unseal } from './seal.ts';
import { totpStep } from './totp.ts';

/** A proof that failed, by its sentence `accounts:error.<problem>`. */
export type FactorProblem = 'codeWrong' | 'recoveryWrong' | 'passwordWrong' | 'tooMany';

/** Checks a six-digit code and uses it up; null when it is right. */
export async function checkCode(
  service: Service,
  c: ServiceContext,
  { moderator, code }: { moderator: Moderator; code: string },
): Promise<FactorProblem | null> {
  const { store, secret, now } = service;
  if (!(await mayTryCode(service, c, moderator))) return 'tooMany';
  const factor = await store.secondFactor(moderator.id);
  const kept = factor && unseal(secret, factor.secret, { purpose: 'totp', whose: moderator.id });
  // Nobody's code is right when the service's secret is not the one that sealed it.
  if (factor && kept === null) service.log('second-factor-unreadable');
  const step = kept === null ? null : totpStep(kept, code, now());
  if (step !== null && (await store.takeTotpStep(moderator.id, step))) return null;
  await auditAct(service, moderator.id, 'factor-failed', { by: 'code' });
  return 'codeWrong';
}

/** Counts one try of a code: a right password opens the way to a million of them. */
export async function mayTryCode(
  service: Service,
  c: ServiceContext,
  moderator: Moderator,
): Promise<boolean> {
  const soon = await mayStill(service, c, 'secondFactor', `code ${moderator.id}`);
  return soon && (await mayStill(service, c, 'secondFactorDay', moderator.id));
}

/** Checks a recovery code and uses it up; null when it is right. */
export async function checkRecoveryCode(
  service: Service,
  c: ServiceContext,
  { moderator, code }: { moderator: Moderator; code: string },
): Promise<FactorProblem | null> {
  const { store, now } = service;
  // Counted apart: who tried codes in vain, or had them tried by another, still has these.
  if (!(await mayStill(service, c, 'secondFactor', `recovery ${moderator.id}`))) return 'tooMany';
  if (await store.takeRecoveryCode(moderator.id, recoveryCodeHash(code), now())) {
    await auditAct(service, moderator.id, 'recovery-code-used');
    return null;
  }
  await auditAct(service, moderator.id, 'factor-failed', { by: 'recovery-code' });
  return 'recoveryWrong';
}

/** Asks for the present password before what a session left open must not do; null when right. */
export async function checkPresentPassword(
  service: Service,
  c: ServiceContext,
  { moderator, password }: { moderator: Moderator; password: string },
): Promise<FactorProblem | null> {
  if (!(await mayStill(service, c, 'passwordAgain', moderator.id))) return 'tooMany';
  return (await verifyPassword(password, moderator.passwordHash)) ? null : 'passwordWrong';
}

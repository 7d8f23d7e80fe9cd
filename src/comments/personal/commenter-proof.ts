import { timingSafeEqual } from 'node:crypto';
import type { Service } from '../service/service.ts';
import { keyedToken } from '../service/token.ts';
import type { ConfirmedAddress } from '../store/address-store.ts';

/**
 * What a browser keeps to show later that it opened the link mailed to an address. It follows from
 * the address and the moment of its confirmation: once the address is erased, it shows nothing.
 */
export function commenterProof(
  secret: string,
  { key, confirmedAt }: Pick<ConfirmedAddress, 'key' | 'confirmedAt'>,
): string {
  return keyedToken(secret, `commenter ${key} ${confirmedAt}`);
}

/** Whether `proof` shows that its bearer owns `email`; the address alone never does. */
export async function isCommenter(
  { store, secret }: Pick<Service, 'store' | 'secret'>,
  proof: string,
  email: string,
): Promise<boolean> {
  if (!/^[\w-]{22}$/.test(proof)) return false;
  const address = await store.findAddress(email);
  if (!address || address.confirmedAt === null) return false;
  const right = commenterProof(secret, { key: address.key, confirmedAt: address.confirmedAt });
  return timingSafeEqual(Buffer.from(proof), Buffer.from(right));
}

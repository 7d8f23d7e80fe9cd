import { keyedToken } from './token.ts';

/** What a picture can show: more would tell people apart who look the same. */
const CHARACTERS = 3;

/** The public sign of an address, from which its picture is drawn; it leads to no address. */
export function avatarOf(secret: string, email: string): string {
  return keyedToken(secret, `avatar ${email.toLowerCase()}`).slice(0, CHARACTERS);
}

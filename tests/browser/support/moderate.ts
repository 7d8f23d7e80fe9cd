import type { Page } from 'playwright-core';
import { firstInvitation } from '../../../src/comments/moderation/invitations.ts';
import type { ServedComments } from './comments-site.ts';

export const MODERATOR = { email: 'moderatrice@example.org', password: 'quatre mots sans rapport' };

/** Takes up the first moderator's link, as the operator who sees it printed does. */
export async function becomeModerator(
  page: Page,
  { service, base }: ServedComments,
): Promise<void> {
  const link = await firstInvitation(service.store, service.now());
  await page.goto(`${base}${(link ?? '').replace('/moderation/', '/moderation/fr/')}`);
  await page.getByLabel('Nom').fill('Modératrice');
  await page.getByLabel('Adresse de messagerie').fill(MODERATOR.email);
  await page.getByLabel('Mot de passe').fill(MODERATOR.password);
  await page.getByRole('button', { name: 'Enregistrer et se connecter' }).click();
  await page.waitForURL('**/moderation/fr/pending');
}

import { Hono } from 'hono';
import type { Service, ServiceEnv } from '../service/service.ts';
import { acceptPasskey } from './accept-passkey.ts';
import { changeProfile, changePassword, endSessions } from './change-account.ts';
import { acceptEnrolment, changeFactor, showEnrolment } from './change-factor.ts';
import { addPasskey, changePasskey } from './change-passkeys.ts';
import { asAdministrator, asHalfSignedIn, asModerator } from './guards.ts';
import { acceptSecondFactor, showSecondFactor } from './pass-second-factor.ts';
import { showAccount } from './show-account.ts';
import { changeTeam, inviteModerator, showTeam } from './team.ts';

/** The rest of signing in, one's own account, and the team; under `/moderation`. */
export function accountRoutes(service: Service): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>({ strict: false });
  const half = asHalfSignedIn(service);
  const own = asModerator(service);
  const admin = asAdministrator(service);

  routes.post('/:locale{(?:fr|en)}/sign-in/passkey', (c) => acceptPasskey(service, c));
  routes.get('/:locale{(?:fr|en)}/second-factor', half(showSecondFactor));
  routes.post('/:locale{(?:fr|en)}/second-factor', half(acceptSecondFactor));

  routes.get('/:locale{(?:fr|en)}/account', own(showAccount));
  routes.post('/:locale{(?:fr|en)}/account/profile', own(changeProfile));
  routes.post('/:locale{(?:fr|en)}/account/password', own(changePassword));
  routes.post('/:locale{(?:fr|en)}/account/sessions', own(endSessions));
  routes.get('/:locale{(?:fr|en)}/account/second-factor', own(showEnrolment));
  routes.post('/:locale{(?:fr|en)}/account/second-factor', own(acceptEnrolment));
  routes.post('/:locale{(?:fr|en)}/account/second-factor/change', own(changeFactor));
  routes.post('/:locale{(?:fr|en)}/account/passkeys', own(addPasskey));
  routes.post('/:locale{(?:fr|en)}/account/passkeys/change', own(changePasskey));

  routes.get('/:locale{(?:fr|en)}/moderators', admin(showTeam));
  routes.post('/:locale{(?:fr|en)}/moderators', admin(inviteModerator));
  routes.post('/:locale{(?:fr|en)}/moderators/change', admin(changeTeam));
  return routes;
}

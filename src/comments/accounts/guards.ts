import { requireRole, halfSignedIn, signedIn, type SignedIn } from '../moderation/session.ts';
import { thenQuery } from '../moderation/place-after.ts';
import { localeOf } from '../service/answer.ts';
import type { Service, ServiceContext } from '../service/service.ts';

/** A page or an act of somebody signed in, in one language. */
export type ModeratorHandler = (
  service: Service,
  c: ServiceContext,
  by: SignedIn,
) => Response | Promise<Response>;

type Guarded = (c: ServiceContext) => Response | Promise<Response>;

/** Lets moderators through; sends everybody else to sign in. */
export function asModerator(service: Service): (handler: ModeratorHandler) => Guarded {
  return (handler) => async (c) => {
    const by = await signedIn(service, c);
    return by ? handler(service, c, by) : toSignIn(c);
  };
}

/** Lets administrators through; other moderators get 403. */
export function asAdministrator(service: Service): (handler: ModeratorHandler) => Guarded {
  return (handler) =>
    asModerator(service)((same, c, by) => {
      requireRole(same, by, 'administrator');
      return handler(same, c, by);
    });
}

/** Lets those through who have shown the password and not yet the second factor. */
export function asHalfSignedIn(service: Service): (handler: ModeratorHandler) => Guarded {
  return (handler) => async (c) => {
    const by = await halfSignedIn(service, c);
    if (by) return handler(service, c, by);
    const place = (await signedIn(service, c)) ? 'pending' : 'sign-in';
    return c.redirect(`/moderation/${localeOf(c)}/${place}`, 303);
  };
}

/** A page asked for without a session is shown after signing in; an act is not repeated. */
function toSignIn(c: ServiceContext): Response {
  const { pathname, search } = new URL(c.req.url);
  const then = c.req.method === 'GET' ? thenQuery(pathname + search) : '';
  return c.redirect(`/moderation/${localeOf(c)}/sign-in${then}`, 303);
}

import { readModerationForm } from '../moderation/read-moderation-form.ts';
import { requireOwnForm, type SignedIn } from '../moderation/session.ts';
import type { FormFields } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';

/** The fields of a form that this session was given. Throws `RequestProblem` for any other. */
export async function ownForm(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<FormFields> {
  const fields = await readModerationForm(c);
  requireOwnForm(service, c, { fields, by });
  return fields;
}

import { type FormFields, readForm } from '../service/read-form.ts';
import type { ServiceContext } from '../service/service.ts';

/** The fields of a moderation form. */
export async function readModerationForm(c: ServiceContext): Promise<FormFields> {
  const body = await c.req.arrayBuffer();
  return readForm({ contentType: c.req.header('content-type'), body });
}

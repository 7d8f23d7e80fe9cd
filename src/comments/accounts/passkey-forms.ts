/**
 * Brings the passkey forms to life: each carries what WebAuthn is to be asked for, and is sent once
 * the browser has answered. Without this, or where passkeys are unknown, they stay hidden.
 */
type Ceremony = (options: string) => Promise<Credential | null>;

const CEREMONIES: Readonly<Record<string, Ceremony>> = {
  create: (options) =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  get: (options) =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
};

function bringToLife(form: HTMLFormElement): void {
  const { passkey = '', options = '', failed = '' } = form.dataset;
  const field = form.elements.namedItem('credential');
  const error = form.querySelector('[data-passkey-error]');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    error?.replaceChildren();
    CEREMONIES[passkey]?.(options).then(
      (credential) => {
        if (!(field instanceof HTMLInputElement)) return;
        if (!(credential instanceof PublicKeyCredential)) return;
        field.value = JSON.stringify(credential.toJSON());
        form.submit();
      },
      // Canceled, timed out, or none there: browsers do not say which.
      () => error?.append(failed),
    );
  });
  form.hidden = false;
}

// Undefined over plain http as well.
if ('PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential) {
  document.querySelectorAll<HTMLFormElement>('form[data-passkey]').forEach(bringToLife);
  document.querySelectorAll<HTMLElement>('[data-passkey-off]').forEach((hint) => {
    hint.hidden = true;
  });
}

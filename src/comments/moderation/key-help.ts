import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** The switch of the shortcuts and their help, which the browser's part shows and reads the keys from. */
export function keyHelp(locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<div class="queue-keys" data-keys hidden>
    <label><input type="checkbox" data-keys-on />${t('moderation:keys.label')}</label>
    <button class="button button-quiet" type="button" data-keys-help aria-haspopup="dialog">
      ${t('moderation:keys.help')} <kbd aria-hidden="true">?</kbd>
    </button>
    <dialog class="keys-dialog" aria-labelledby="keys-title" data-keys-dialog>
      <h2 id="keys-title">${t('moderation:keys.help')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('moderation:keys.key')}</th>
            <th scope="col">${t('moderation:keys.does')}</th>
          </tr>
        </thead>
        <tbody>
          ${SHORTCUTS.map(
            ({ key, does }) =>
              html`<tr data-key="${key}" data-does="${does}">
                <td><kbd>${key}</kbd></td>
                <td>${t(`moderation:keys.do.${does}`)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      <form method="dialog">
        <button class="button">${t('moderation:keys.close')}</button>
      </form>
    </dialog>
  </div>`;
}

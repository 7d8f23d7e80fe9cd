import type { ComposerTexts } from './composer-texts.ts';
import { make } from './part.ts';

/**
 * Puts a toolbar under the field: a button for each tag that one may want, some with a key. One
 * Tab stop; the arrow keys move in it
 * (https://www.w3.org/WAI/ARIA/apg/patterns/toolbar/).
 */
export function addToolbar(textarea: HTMLTextAreaElement, { tools, toolbar }: ComposerTexts): void {
  const bar = make('div', 'comment-tools');
  bar.role = 'toolbar';
  bar.ariaLabel = toolbar;
  for (const { name, open, close, key } of tools) {
    const button = make('button', 'comment-tool', name);
    button.type = 'button';
    button.tabIndex = bar.firstChild ? -1 : 0;
    button.title = open + (key && ` Ctrl+${key}`);
    button.onclick = () => {
      wrap(textarea, open, close);
    };
    bar.append(button);
  }
  bar.onkeydown = ({ key, target }) => {
    const from = target as HTMLElement;
    const to =
      key === 'ArrowRight'
        ? (from.nextElementSibling ?? bar.firstElementChild)
        : key === 'ArrowLeft' && (from.previousElementSibling ?? bar.lastElementChild);
    if (!(to instanceof HTMLElement)) return;
    from.tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  };
  textarea.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const tool = tools.find(({ key }) => key === event.key.toUpperCase());
    if (!tool) return;
    event.preventDefault();
    wrap(textarea, tool.open, tool.close);
  });
  textarea.after(bar);
}

/** Puts a tag around what is selected; an attribute that it needs is typed next. */
function wrap(textarea: HTMLTextAreaElement, open: string, close: string): void {
  const { selectionStart: start, selectionEnd: end, value } = textarea;
  const selected = value.slice(start, end);
  textarea.focus();
  // The one way to insert that Undo takes back; browsers keep it for that.
  const editor = document as unknown as {
    execCommand(command: 'insertText', ui: boolean, text: string): boolean;
  };
  editor.execCommand('insertText', false, open + selected + close);
  const attribute = open.indexOf('""') + 1;
  const at = start + (attribute || open.length);
  textarea.setSelectionRange(at, attribute ? at : at + selected.length);
}

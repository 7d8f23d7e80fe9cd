/** How long the button says that it copied. */
const SAID_FOR = 2000;

/** `<code-block data-copy data-copied>`: adds a button that copies its code. */
export class CodeBlock extends HTMLElement {
  connectedCallback(): void {
    const { copy = '', copied = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.textContent = copy;
    // A live region that is there before its text changes is read out when it does.
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => {
      const code = this.querySelector('pre')?.textContent ?? '';
      void navigator.clipboard.writeText(code).then(() => {
        button.textContent = copied;
        setTimeout(() => {
          button.textContent = copy;
        }, SAID_FOR);
      });
    });
    this.append(button);
  }
}

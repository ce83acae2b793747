import { html, nothing, render } from 'lit';
import { msg } from '../../locales/localize.js';

const aided = new WeakSet<HTMLInputElement>();

/** For who cannot see which field the button belongs to, where it is not the only one of its form. */
const fieldName = (input: HTMLInputElement) => {
  const label = input.labels?.[0]?.textContent.trim();
  return label === undefined || label === msg('Password')
    ? nothing
    : html`<span class="pw-visually-hidden">(${label})</span>`;
};

/**
 * Gives a password field, once, a button that shows what is typed (WCAG 3.3.8) and a hint while caps
 * lock is on. Before the form is sent the password is hidden again, so that no browser keeps it as plain
 * text.
 */
export const aidPassword = (input: HTMLInputElement): void => {
  if (aided.has(input)) return;
  aided.add(input);
  const aids = document.createElement('div');
  aids.className = 'pw-password-aids';
  input.after(aids);
  let capsLock = false;

  const show = (shown: boolean) => {
    input.type = shown ? 'text' : 'password';
    draw();
  };
  const draw = () => {
    const shown = input.type === 'text';
    render(
      html`
        <button
          type="button"
          class="pw-plain"
          aria-controls=${input.id}
          @click=${() => {
            show(!shown);
          }}
        >
          ${shown ? msg('Hide password') : msg('Show password')} ${fieldName(input)}
        </button>
        <p class="pw-hint" role="status">${capsLock ? msg('Caps lock is on.') : ''}</p>
      `,
      aids,
    );
  };
  const onKey = (event: KeyboardEvent) => {
    const on = event.getModifierState('CapsLock');
    if (on === capsLock) return;
    capsLock = on;
    draw();
  };
  input.addEventListener('keydown', onKey);
  input.addEventListener('keyup', onKey);
  input.form?.addEventListener('submit', () => {
    show(false);
  });
  draw();
};

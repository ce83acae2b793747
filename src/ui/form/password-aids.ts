import { css, html, render } from 'lit';
import { adoptStyles } from '../styles/adopt-styles.js';
import { eye, eyeOff } from '../generated/icons.js';
import { iconView } from '../icon.js';
import { msg } from '../../locales/localize.js';

/** In the field, at its end: below it nothing moves when this comes. */
const styles = css`
  .pw-password-aids {
    position: relative;
  }
  .pw-password-aids button {
    position: absolute;
    inset: auto 0 100% auto;
    width: calc(2 * var(--_s5));
    padding: 0;
    border: 0;
    background: none;
  }
  .pw-password-aids svg {
    width: 1.5em;
    height: 1.5em;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    vertical-align: middle;
  }
`;

const aided = new WeakSet<HTMLInputElement>();

/** What the button does, and to which field where it is not the only one of its form. */
const nameOf = (words: string, input: HTMLInputElement) => {
  const label = input.labels?.[0]?.textContent.trim();
  return label === undefined || label === msg('Password') ? words : `${words} (${label})`;
};

/**
 * Gives a password field, once, a button in it that shows what is typed (WCAG 3.3.8), and says below it when caps
 * lock is on. Before the form is sent the password is hidden again, so that no browser keeps it as plain
 * text.
 */
export const aidPassword = (input: HTMLInputElement): void => {
  if (aided.has(input)) return;
  aided.add(input);
  adoptStyles(input, styles.cssText);
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
          aria-controls=${input.id}
          aria-label=${nameOf(shown ? msg('Hide password') : msg('Show password'), input)}
          @click=${() => {
            show(!shown);
          }}
        >
          ${iconView(shown ? eyeOff : eye)}
        </button>
        <p class="pw-status" role="status">${capsLock ? msg('Caps lock is on') : ''}</p>
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

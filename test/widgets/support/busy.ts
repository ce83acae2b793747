import { byRole, type Root } from '../../../stories/fixtures/support/query.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';

/** The button with this name, once it waits for an answer: it keeps its words, and a status says what goes on. */
export const busyButton = (root: Root, name: string): Promise<HTMLElement> =>
  eventually(() => {
    const button = byRole(root, 'button', name);
    if (button.getAttribute('aria-disabled') !== 'true') throw new Error(`"${name}" is not busy.`);
    return button;
  });

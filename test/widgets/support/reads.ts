import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { byRole, textOf } from '../../../stories/fixtures/support/query.js';

/** Waits until this can be read in the widget. */
export const reads = (widget: Element, words: string | RegExp): Promise<string> =>
  eventually(() => {
    const text = textOf(widget);
    if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text;
    throw new Error(`"${String(words)}" cannot be read in: ${text}`);
  });

/** Presses the button of this name. */
export const press = (widget: Element, name: string | RegExp): void => {
  byRole(widget, 'button', name).click();
};

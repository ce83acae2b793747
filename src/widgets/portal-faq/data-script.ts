import { render } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { toJson } from '../../client/to-json.js';

/**
 * A script element that holds JSON-LD and is never run. Parsed by Lit's own policy for Trusted Types, since
 * a page that enforces them warns of a script whose text comes otherwise. JSON has `<` in strings only,
 * where it can be written otherwise: no text can end the element.
 */
export const dataScript = (data: object): HTMLScriptElement | null => {
  const json = toJson(data).replaceAll('<', '\\u003c');
  const place = document.createElement('div');
  render(unsafeHTML(`<script type="application/ld+json">${json}</script>`), place);
  return place.querySelector('script');
};

/**
 * The languages of the interface: what translates its words, and fetches them. What is said stands where it is
 * said, in English. Lit's localization comes in by file: its index also brings in the loading of translations, which a page
 * in English never needs.
 */
export { msg } from '@lit/localize/init/install.js';
export { updateWhenLocaleChanges } from '@lit/localize/internal/localized-controller.js';
export { str } from '@lit/localize/internal/str-tag.js';

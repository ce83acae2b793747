/**
 * Registers an element under a tag, once. A class may be registered under one tag only, so a second
 * tag gets a subclass of its own.
 */
export const defineElement = (
  element: CustomElementConstructor,
  tag: string,
  registry: CustomElementRegistry,
): void => {
  const known = registry.get(tag);
  if (!known) {
    registry.define(tag, class extends element {});
  } else if (!(known.prototype instanceof element)) {
    console.warn(`portal-widgets: <${tag}> is taken.`);
  }
};

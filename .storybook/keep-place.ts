/**
 * The states on a page of documentation are reached as that page opens, by the steps that a person would take. None of them
 * takes the reader along, away from the top.
 */
export const keepPlace = (): void => {
  // Both are called with their element.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { focus } = HTMLElement.prototype;
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { scrollIntoView } = Element.prototype;
  HTMLElement.prototype.focus = function (options) {
    focus.call(this, isDocumentation() ? { ...options, preventScroll: true } : options);
  };
  Element.prototype.scrollIntoView = function (options) {
    if (!isDocumentation()) scrollIntoView.call(this, options);
  };
};

const isDocumentation = () => new URLSearchParams(location.search).get('viewMode') === 'docs';

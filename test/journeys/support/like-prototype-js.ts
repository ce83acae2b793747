/**
 * Changes what every script of a page shares in the way of Prototype.js 1.6 and 1.7, which older sites of hospitals still
 * have: methods that loops over arrays come upon, and ones in place of the browser's own. Runs in the page.
 */
export const likePrototypeJs = (): void => {
  type Visit = (value: unknown, index: number) => unknown;
  const listOf = (value: unknown): unknown[] => {
    if (!value) return [];
    const { toArray, length = 0 } = Object(value) as {
      readonly toArray?: () => unknown[];
      readonly length?: number;
    };
    if (toArray) return toArray.call(value);
    const list: unknown[] = [];
    for (let at = 0; at < length; at += 1) list.push((value as ArrayLike<unknown>)[at]);
    return list;
  };
  const { bind } = Function.prototype;
  const arrays: ThisType<unknown[]> & Record<string, unknown> = {
    all(visit: Visit) {
      return this.every((value, index) => visit(value, index));
    },
    any(visit: Visit) {
      return this.some((value, index) => visit(value, index));
    },
    clear() {
      this.length = 0;
      return this;
    },
    clone() {
      return this.slice();
    },
    collect(visit: Visit) {
      return this.map((value, index) => visit(value, index));
    },
    compact() {
      return this.filter((value) => value !== undefined && value !== null);
    },
    each(visit: Visit) {
      for (let index = 0; index < this.length; index += 1) visit(this[index], index);
      return this;
    },
    /** Not an iterator of pairs: a copy. */
    entries() {
      return this.slice();
    },
    find(visit: Visit) {
      for (let index = 0; index < this.length; index += 1) {
        if (visit(this[index], index)) return this[index];
      }
      return undefined;
    },
    first() {
      return this[0];
    },
    include(value: unknown) {
      return this.includes(value);
    },
    inspect() {
      return '[]';
    },
    last() {
      return this[this.length - 1];
    },
    size() {
      return this.length;
    },
    toArray() {
      return this.slice();
    },
    /** Text, which JSON.stringify then makes a string of. */
    toJSON() {
      return `[${this.map((value) => JSON.stringify(value)).join(', ')}]`;
    },
    without(...values: unknown[]) {
      return this.filter((value) => !values.includes(value));
    },
  };
  Object.assign(Array.prototype, arrays);
  Object.assign(Array, { from: listOf });
  Object.assign(Object, {
    values: (object: Record<string, unknown>) => {
      const values: unknown[] = [];
      for (const name in object) values.push(object[name]);
      return values;
    },
  });
  const functions: ThisType<(...given: unknown[]) => unknown> & Record<string, unknown> = {
    bind(context: unknown, ...first: unknown[]) {
      if (context === undefined && first.length === 0) return this;
      return bind.call(this, context, ...first) as unknown;
    },
    curry(...first: unknown[]) {
      return (...rest: unknown[]) => this(...first, ...rest);
    },
  };
  Object.assign(Function.prototype, functions);
  const texts: ThisType<string> & Record<string, unknown> = {
    blank() {
      return /^\s*$/.test(this);
    },
    startsWith(start: string) {
      return this.lastIndexOf(start, 0) === 0;
    },
    strip() {
      return this.trim();
    },
    toArray() {
      return this.split('');
    },
    toJSON() {
      return `"${this}"`;
    },
  };
  Object.assign(String.prototype, texts);
  const elements: ThisType<HTMLElement> & Record<string, unknown> = {
    down(selector: string) {
      return this.querySelector(selector);
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    insert(text: string) {
      this.append(text);
      return this;
    },
    match(selector: string) {
      return this.matches(selector);
    },
    next() {
      return this.nextElementSibling;
    },
    remove() {
      this.parentNode?.removeChild(this);
      return this;
    },
    replace(text: string) {
      this.replaceWith(text);
      return this;
    },
    select(selector: string) {
      return [...this.querySelectorAll(selector)];
    },
    show() {
      this.style.display = '';
      return this;
    },
    toggle() {
      this.hidden = !this.hidden;
      return this;
    },
    update(text: string) {
      this.textContent = text;
      return this;
    },
    visible() {
      return this.style.display !== 'none';
    },
  };
  Object.assign(HTMLElement.prototype, elements);
  const original = globalThis.Element;
  const wrapped = function (tag: string) {
    return document.createElement(tag);
  };
  wrapped.prototype = original.prototype;
  Object.assign(globalThis, { Element: wrapped });
};

/*
 * Finds things as a person does: by role and name, or by label, through shadow roots, and only what
 * is there for everybody: nothing hidden, nothing in a closed `<details>`.
 */
export type FormControl = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type Root = Document | ShadowRoot | Element;

/** All elements with this role, and this name if one is given, in reading order. */
export const allByRole = (root: Root, role: string, name?: string | RegExp): HTMLElement[] =>
  visibleElements(root).filter(
    (element) => roleOf(element) === role && (name === undefined || matches(nameOf(element), name)),
  );

/** The one element with this role and name; undefined: none. @throws Error for more than one */
export const queryByRole = (
  root: Root,
  role: string,
  name?: string | RegExp,
): HTMLElement | undefined => {
  const found = allByRole(root, role, name);
  if (found.length > 1) throw new Error(`${found.length} of ${wanted(role, name)}.`);
  return found[0];
};

/** Whether such an element is there. */
export const isThere = (root: Root, role: string, name?: string | RegExp): boolean =>
  queryByRole(root, role, name) !== undefined;

/** The one element with this role and name. @throws Error that tells what is there instead */
export const byRole = (root: Root, role: string, name?: string | RegExp): HTMLElement => {
  const found = queryByRole(root, role, name);
  if (found) return found;
  const others = allByRole(root, role).map((element) => `"${nameOf(element)}"`);
  throw new Error(
    `No ${wanted(role, name)}. There are: ${others.join(', ') || 'none of this role'}.\n${textOf(root)}`,
  );
};

/** The form control with this label, whatever its role. @throws Error */
export const byLabel = (root: Root, label: string | RegExp): FormControl => {
  const controls = visibleElements(root).filter(isFormControl);
  const found = controls.filter((control) => matches(nameOf(control), label));
  const [control] = found;
  if (!control || found.length > 1) {
    const labels = controls.map((each) => `"${nameOf(each)}"`).join(', ');
    throw new Error(
      `${found.length} controls are labelled ${String(label)}. There are: ${labels}.`,
    );
  }
  return control;
};

/** What a person reads, in order, spaces collapsed. */
export const textOf = (root: Root): string => collapse(readText(root));

/** The element with the focus, through shadow roots. */
export const focused = (): Element | null => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};

/** @throws Error that tells what has the focus instead: never an element, which no reporter can print */
export const expectFocusOn = (element: Element | null | undefined): void => {
  const actual = focused();
  if (actual && actual === element) return;
  throw new Error(`The focus is on ${actual?.outerHTML.slice(0, 200) ?? 'nothing'}.`);
};

/** Accessible name, as far as our own markup goes (accname 1.2). */
export const nameOf = (element: HTMLElement): string => {
  const root = element.getRootNode() as Document | ShadowRoot;
  const labelledBy = element
    .getAttribute('aria-labelledby')
    ?.split(/\s+/)
    .map((id) => root.getElementById(id)?.textContent ?? '')
    .join(' ');
  const { labels } = element as HTMLInputElement;
  return collapse(
    labelledBy ??
      element.getAttribute('aria-label') ??
      (labels?.length
        ? [...labels].map(readText).join(' ')
        : element instanceof HTMLTableElement
          ? (element.caption?.textContent ?? '')
          : readText(element)),
  );
};

const isFormControl = (element: Element): element is FormControl =>
  element.matches('input, select, textarea');

const wanted = (role: string, name?: string | RegExp) =>
  name === undefined ? role : `${role} named ${String(name)}`;

const matches = (text: string, pattern: string | RegExp) =>
  typeof pattern === 'string' ? text === pattern : pattern.test(text);

const collapse = (text: string) => text.replace(/[^\S\u00A0]+/g, ' ').trim();

const roleSelectors: Readonly<Record<string, string>> = {
  alert: '[role=alert]',
  button: 'button, [role=button], input:is([type=submit], [type=button]), summary',
  cell: 'td, [role=cell]',
  checkbox: 'input[type=checkbox]',
  columnheader: 'thead th, [role=columnheader]',
  combobox: 'select',
  dialog: 'dialog[open]',
  form: 'form:not([role])',
  group: 'details, fieldset, [role=group]',
  heading: 'h1, h2, h3, h4, h5, h6',
  link: 'a[href]',
  list: 'ul, ol',
  listitem: 'li',
  progressbar: 'progress',
  row: 'tr',
  rowheader: 'tbody th, [role=rowheader]',
  search: 'search, [role=search]',
  searchbox: 'input[type=search]',
  status: '[role=status]',
  table: 'table',
  textbox: 'input:is(:not([type]), [type=text], [type=email], [type=tel]), textarea',
};

const roleOf = (element: Element): string | undefined => {
  const role = element.getAttribute('role');
  if (role) return role;
  return Object.keys(roleSelectors).find((each) => element.matches(roleSelectors[each] ?? ''));
};

/** Child nodes as laid out: those of the shadow root, and in a slot what is slotted. */
const childNodes = (node: Node): readonly Node[] => {
  if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0) {
    return node.assignedNodes();
  }
  return [...((node instanceof Element ? node.shadowRoot : null) ?? node).childNodes];
};

const isHidden = (element: Element): boolean =>
  element.getAttribute('aria-hidden') === 'true' ||
  element.matches('style, script, template, details:not([open]) > :not(summary)') ||
  getComputedStyle(element).display === 'none' ||
  getComputedStyle(element).visibility === 'hidden' ||
  getComputedStyle(element).contentVisibility === 'hidden';

const visibleElements = (root: Root): HTMLElement[] =>
  childNodes(root).flatMap((node) =>
    node instanceof HTMLElement && !isHidden(node) ? [node, ...visibleElements(node)] : [],
  );

const readText = (node: Node): string => {
  if (node instanceof Text) return node.data;
  if (node instanceof Element && isHidden(node)) return '';
  if (node instanceof HTMLSelectElement || node instanceof Comment) return '';
  const text = childNodes(node).map(readText).join('');
  return node instanceof HTMLElement && !isInline(node) ? ` ${text} ` : text;
};

const isInline = (element: Element) => getComputedStyle(element).display.startsWith('inline');

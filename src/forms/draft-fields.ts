import type { Draft } from '../contract/messages/drafts.js';
import type { Field } from '../ui/form/field.js';
import type { VersionLine } from '../ui/versions.js';

/** What was typed, as the form itself has it: JSON. */
export type DraftContent = Draft['content'];

/** What a form's fields have to tell, by whatever the draft shall call them: a JSON Pointer, say. */
export type DraftFields = Readonly<
  Record<string, Pick<Field, 'name' | 'label' | 'value' | 'drafted'> & { readonly type?: string }>
>;

/** What stands in the fields of a form that are drafted: exactly, spaces and all. */
export const contentOf = (form: HTMLFormElement, fields: DraftFields): DraftContent =>
  Object.fromEntries(
    draftedOf(fields).flatMap(([pointer, { name }]) => {
      const value = valueOf(form.elements.namedItem(name));
      return value === undefined ? [] : [[pointer, value]];
    }),
  );

/** What content says, field by field, to compare it with another. */
export const linesOf = (fields: DraftFields, content: DraftContent): VersionLine[] =>
  draftedOf(fields).map(([pointer, { label }]) => ({ label, text: textIn(content, pointer) }));

/** A text in the content of a draft; empty where there is none. */
export const textIn = (content: DraftContent | undefined, name: string): string => {
  const value = content?.[name];
  return typeof value === 'string' ? value : '';
};

/** No password is drafted, whatever the field says. */
const draftedOf = (fields: DraftFields) =>
  Object.entries(fields).filter(([, { drafted, type }]) => drafted && type !== 'password');

type Control = ReturnType<HTMLFormControlsCollection['namedItem']>;

/** Of boxes with one name: the values of those that are ticked; of one box alone: whether it is. */
const valueOf = (control: Control): string | boolean | string[] | undefined => {
  if (control instanceof RadioNodeList) {
    const boxes = boxesOf(control);
    return boxes.length === 0
      ? control.value
      : boxes.filter(({ checked }) => checked).map(({ value }) => value);
  }
  if (isBox(control)) return control.checked;
  return isText(control) ? control.value : undefined;
};

const boxesOf = (list: RadioNodeList): HTMLInputElement[] => [...list].filter(isBox);

const isBox = (control: Node | Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && control.type === 'checkbox';

const isText = (
  control: Control,
): control is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement =>
  (control instanceof HTMLInputElement && control.type !== 'password') ||
  control instanceof HTMLSelectElement ||
  control instanceof HTMLTextAreaElement;

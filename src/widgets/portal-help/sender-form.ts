import { css, html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { msg } from '../../locales/localize.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { fieldView } from '../../ui/form/field.js';
import { birthDateField } from '../../forms/birth-date.js';
import type { PolicyContext } from '../../session/policy-controller.js';

export const senderStyles = [
  fieldStyles,
  css`
    .pw-field {
      margin-bottom: 1em;
    }
    @media print {
      .pw-field {
        display: none;
      }
    }
  `,
];

/** Who fills in the form. */
export interface SenderForm {
  /** Whose typing it is: for somebody else the fields are new ones. */
  readonly user: string;
  /** What stands in the name's field. */
  readonly name: string;
  /** Why what was typed as the date of birth cannot be; undefined: it can, or is still being typed. */
  readonly problem: string | undefined;
  readonly onInput: (event: Event) => void;
  /** The focus has left a field. */
  readonly onLeave: (event: Event) => void;
}

/** What the policy wants an email to state (`support.identify`). It is put in for people who fill it in here. */
export const senderForm = (
  { user, name, problem, onInput, onLeave }: SenderForm,
  context: PolicyContext,
) => {
  const fields = [
    fieldView(
      { id: 'name', name: 'name', label: msg('Full name'), autocomplete: 'name', value: name },
      [],
    ),
    fieldView(
      birthDateField(
        {
          id: 'birth-date',
          name: 'birthDate',
          label: msg('Date of birth (optional)'),
          autocomplete: 'bday',
        },
        context,
      ),
      problem === undefined ? [] : [{ controlId: 'birth-date', text: problem }],
    ),
  ];
  return html`
    <p>${msg('Give your full name and date of birth. We’ll add them to your email.')}</p>
    ${keyed(user, html`<div @input=${onInput} @focusout=${onLeave}>${fields}</div>`)}
  `;
};

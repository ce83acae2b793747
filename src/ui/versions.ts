import { html } from 'lit';
import { msg } from '../locales/localize.js';

/** A field of one of two versions, as a person reads it. */
export interface VersionLine {
  readonly label: string;
  /** Empty: nothing stands there. */
  readonly text: string;
}

/** One of two versions of the same thing. */
export interface Version {
  /** What it is called beside each field: "Yours". */
  readonly name: string;
  readonly lines: readonly VersionLine[];
  /** What the button says that goes on with it. */
  readonly choice: string;
  readonly onChoose: () => void;
}

export interface Versions {
  readonly heading: string;
  readonly text: string;
  /** The part that it is; it can take focus. Default: `versions`. */
  readonly part?: string;
  readonly yours: Version;
  readonly other: Version;
}

/**
 * Two versions of the same form, one of which can be had: the fields in which they differ, and the
 * choice. Nothing is lost before somebody has chosen.
 */
export const versionsView = ({ heading, text, part = 'versions', yours, other }: Versions) => html`
  <div class="pw-note pw-danger" part=${part} tabindex="-1" role="alert">
    <p><strong>${heading}</strong></p>
    <p>${text}</p>
    <dl>
      ${differencesOf(yours.lines, other.lines).map(
        ({ label, texts: [mine, theirs] }) => html`
          <dt>${label}</dt>
          <dd>${yours.name}: <strong>${mine || msg('nothing')}</strong></dd>
          <dd>${other.name}: <strong>${theirs || msg('nothing')}</strong></dd>
        `,
      )}
    </dl>
    <div class="pw-buttons">
      ${[yours, other].map(
        ({ choice, onChoose }) => html`<button type="button" @click=${onChoose}>${choice}</button>`,
      )}
    </div>
  </div>
`;

interface Difference {
  readonly label: string;
  readonly texts: readonly [yours: string, other: string];
}

/** Of each field that either version has, in the order of the first, what differs. */
export const differencesOf = (
  yours: readonly VersionLine[],
  other: readonly VersionLine[],
): Difference[] => {
  const labels = new Set([...yours, ...other].map(({ label }) => label));
  const textOf = (lines: readonly VersionLine[], wanted: string) =>
    lines.find(({ label }) => label === wanted)?.text ?? '';
  return [...labels]
    .map((label) => ({ label, texts: [textOf(yours, label), textOf(other, label)] as const }))
    .filter(({ texts: [mine, theirs] }) => mine !== theirs);
};

import { readdirSync, readFileSync } from 'node:fs';
import { partTokens } from '../../src/ui/styles/part-styles.js';
import { tokens } from '../../src/ui/styles/tokens.js';
import { root } from '../project.js';
import { Colors, contrastOf, over, propertiesOf, type Properties, type Scheme } from './colors.js';

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what a control is known by. */
const text = 4.5;
const control = 3;

const surface = 'var(--_surface)';
/** What text stands on, besides tints. */
const surfaces = [surface, 'var(--_raised)', 'var(--_sunken)'];
const tones = ['info', 'success', 'warning', 'danger'];
const tint = (tone: string, share: number) =>
  `color-mix(in srgb, var(--_${tone}) ${share}%, transparent)`;

const privateTokens = `${tokens.cssText}${partTokens.cssText}`;

type Pair = readonly [front: string, back: string, least: number];

/** Every two colors that the elements put on each other. */
const pairs: readonly Pair[] = [
  ...surfaces.flatMap((back): Pair[] => [
    ['currentcolor', back, text],
    ['var(--_muted)', back, text],
  ]),
  ...surfaces.slice(0, 2).flatMap((back): Pair[] => [
    ['var(--_link)', back, text],
    ['var(--_accent)', back, text],
    ['var(--_border)', back, control],
    ['var(--_focus)', back, control],
  ]),
  ['var(--_link)', 'var(--_accent-tint)', text],
  ['currentcolor', 'var(--_accent-tint)', text],
  ['var(--_on-accent)', 'var(--_accent)', text],
  ['var(--_on-accent)', 'color-mix(in srgb, var(--_accent) 88%, var(--_on-accent))', text],
  ['var(--_focus)', 'var(--_on-accent)', control],
  ...tones.flatMap((tone): Pair[] => [
    [`var(--_${tone})`, surface, text],
    [`var(--_${tone})`, 'var(--_raised)', text],
    [`var(--_${tone})`, tint(tone, 8), text],
    ['currentcolor', tint(tone, 8), text],
    ['var(--_muted)', tint(tone, 8), text],
    ['var(--_link)', tint(tone, 8), text],
  ]),
  ['currentcolor', tint('warning', 12), text],
  ['var(--_on-emergency)', 'var(--_emergency)', text],
];

/** Two colors of a theme, and whether one can be told from the other. */
export interface Measured {
  readonly theme: string;
  readonly scheme: Scheme;
  readonly front: string;
  readonly back: string;
  readonly ratio: number;
  readonly least: number;
}

/** The themes that the package ships, by name. */
export const themes = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(`${root}themes`).map((file) => [
      file.replace(/\.css$/, ''),
      readFileSync(`${root}themes/${file}`, 'utf8'),
    ]),
  );

/** The public properties of color that the elements read. */
export const publicProperties = (): ReadonlySet<string> =>
  new Set(privateTokens.match(/--portal-[\w-]+/g));

const measure = (theme: string, properties: Properties, scheme: Scheme): Measured[] => {
  const colors = new Colors(new Map([...propertiesOf(privateTokens), ...properties]), scheme);
  const ground = over(colors.color(surface), colors.color('Canvas'));
  return pairs.map(([front, back, least]) => {
    const below = over(colors.color(back), ground);
    const ratio = contrastOf(over(colors.color(front), below), below);
    return { theme, scheme, front, back, ratio, least };
  });
};

/** Every pair of every theme, and of the elements without one, in light and in dark. */
export const measureAll = (): Measured[] =>
  [...new Map([['none', ''], ...themes()])].flatMap(([theme, css]) =>
    (['light', 'dark'] as const).flatMap((scheme) => measure(theme, propertiesOf(css), scheme)),
  );

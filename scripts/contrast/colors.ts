/** The few CSS functions that the tokens and the themes use, worked out to a color; everything else is refused. */

export type Scheme = 'light' | 'dark';

/** sRGB, each 0 to 1, and its opacity. */
export interface Color {
  readonly rgb: readonly [red: number, green: number, blue: number];
  readonly alpha: number;
}

/** Custom properties by name, as a style sheet declares them. */
export type Properties = ReadonlyMap<string, string>;

/** The custom properties of a style sheet whose rules do not contradict each other. */
export const propertiesOf = (css: string): Properties =>
  new Map(
    [...css.replace(/\/\*[^]*?\*\//g, '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(
      ([, name = '', value = '']): [string, string] => [name, value.trim().replace(/\s+/g, ' ')],
    ),
  );

/** The page that the elements stand on. */
const page = {
  light: { Canvas: '#ffffff', CanvasText: '#000000' },
  dark: { Canvas: '#121212', CanvasText: '#ffffff' },
} as const;

/** Parts of a list of arguments, at the commas that stand outside of brackets. */
const argumentsOf = (list: string): string[] => {
  const parts: string[] = [''];
  let depth = 0;
  for (const letter of list) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (letter === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts.map((part) => part.trim());
};

const hex = (value: string): Color => {
  const digits = value.length === 4 ? value.slice(1).replace(/./g, '$&$&') : value.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map(
    (at) => Number.parseInt(digits.slice(at, at + 2), 16) / 255,
  );
  return { rgb: [red, green, blue], alpha: 1 };
};

const linear = (part: number): number =>
  part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;

/** The lightness of OKLab (https://bottosson.github.io/posts/oklab/). */
const okLightness = ({ rgb }: Color): number => {
  const [red, green, blue] = rgb.map(linear) as [number, number, number];
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return 0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short;
};

/** CSS Color 5: mixed with premultiplied opacity. */
export const mix = (one: Color, share: number, other: Color): Color => {
  const alpha = one.alpha * share + other.alpha * (1 - share);
  const part = (at: 0 | 1 | 2): number =>
    alpha === 0
      ? 0
      : (one.rgb[at] * one.alpha * share + other.rgb[at] * other.alpha * (1 - share)) / alpha;
  return { rgb: [part(0), part(1), part(2)], alpha };
};

/** What is seen where a color lies on another that lets nothing through. */
export const over = (top: Color, below: Color): Color => ({
  ...mix({ ...top, alpha: 1 }, top.alpha, below),
  alpha: 1,
});

/** WCAG 2.2, relative luminance. */
const luminance = ({ rgb }: Color): number => {
  const [red, green, blue] = rgb.map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, contrast ratio of two colors that let nothing through. */
export const contrastOf = (one: Color, other: Color): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** Works out values of CSS with the properties of one place. */
export class Colors {
  readonly #properties: Properties;
  readonly #scheme: Scheme;

  constructor(properties: Properties, scheme: Scheme) {
    this.#properties = properties;
    this.#scheme = scheme;
  }

  /** @throws Error where the value uses what is not known here */
  color(value: string): Color {
    const keywords = page[this.#scheme];
    if (/^#([\da-f]{3}|[\da-f]{6})$/i.test(value)) return hex(value);
    if (value === 'transparent') return { rgb: [0, 0, 0], alpha: 0 };
    if (value === 'Canvas') return hex(keywords.Canvas);
    if (value === 'currentcolor') return this.color('var(--portal-color-text, CanvasText)');
    if (value === 'CanvasText') return hex(keywords.CanvasText);
    const [, name = '', list = ''] = /^([a-z-]+)\((.*)\)$/i.exec(value) ?? [];
    return this.#call(name, list, value);
  }

  #call(name: string, list: string, value: string): Color {
    const [first = '', second = '', third = ''] = argumentsOf(list);
    switch (name) {
      case 'var':
        if (second === '' && !this.#properties.has(first)) throw new Error(`${first} is not set.`);
        return this.color(this.#properties.get(first) ?? argumentsOf(list).slice(1).join(', '));
      case 'light-dark':
        return this.color(this.#scheme === 'light' ? first : second);
      case 'color-mix': {
        const [, color = '', share = ''] = /^(.*) ([\d.]+)%$/.exec(second) ?? [];
        if (first !== 'in srgb' || share === '') break;
        return mix(this.color(color), Number(share) / 100, this.color(third));
      }
      case 'oklch': {
        // Black or white by the lightness of a color: oklch(from COLOR clamp(0, (LIMIT - l) * 999, 1) 0 0)
        const [, color = '', limit = ''] =
          /^from (.*) clamp\(0, \(([\d.]+) - l\) \* 999, 1\) 0 0$/.exec(list) ?? [];
        if (limit === '') break;
        return hex(okLightness(this.color(color)) < Number(limit) ? '#ffffff' : '#000000');
      }
    }
    throw new Error(`${value}: this is no color that can be worked out here.`);
  }
}

/** What a hospital says of its looks. Colors are `#rrggbb`. */
export interface Brand {
  readonly main: string;
  readonly heading: string;
  readonly font: string;
  readonly radius: string;
}

/** Hospitals that do not exist. */
export const presets: Readonly<Record<string, Brand>> = {
  riverbend: {
    main: '#0c5360',
    heading: '#0c5360',
    font: 'system-ui, sans-serif',
    radius: '6px',
  },
  lakeside: {
    main: '#5b2a86',
    heading: '#2b1b4d',
    font: 'Verdana, Geneva, sans-serif',
    radius: '14px',
  },
  stmary: { main: '#e07a1f', heading: '#7a2e0e', font: 'Georgia, serif', radius: '0px' },
};

type Rgb = readonly [red: number, green: number, blue: number];

const rgbOf = (color: string): Rgb => {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

const hexOf = (rgb: Rgb): string =>
  `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** WCAG 2.2, relative luminance. */
const luminance = (color: string): number => {
  const [red, green, blue] = rgbOf(color).map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** WCAG 2.2, contrast ratio. */
export const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

/** White and near black: what a portal stands on in light and in dark. */
export const papers = { light: '#ffffff', dark: '#14181c' } as const;

/** The ratio that holds also on the tints of the portal, which are a little off its paper. */
const enough = 5.5;

/** A color as it is, or mixed with black or white until text in it is easy to read. */
export const readable = (color: string, paper: string): string => {
  const target: Rgb = luminance(paper) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  const from = rgbOf(color);
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = hexOf(
      from.map((part, at) => part + ((target[at] ?? 0) - part) * share) as unknown as Rgb,
    );
    if (contrast(mixed, paper) >= enough) return mixed;
  }
  return hexOf(target);
};

/** The public properties of the portal in a hospital's brand. */
export const brandProperties = ({
  main,
  heading,
  font,
  radius,
}: Brand): Readonly<Record<string, string>> => {
  const pair = (color: string) =>
    `light-dark(${readable(color, papers.light)}, ${readable(color, papers.dark)})`;
  return {
    '--portal-color-accent': pair(main),
    '--portal-color-on-accent': `light-dark(${papers.light}, ${papers.dark})`,
    '--portal-heading-color': pair(heading),
    '--portal-font-family': font,
    '--portal-radius-control': radius,
    '--portal-radius-card': `calc(1.5 * ${radius})`,
  };
};

/** The style sheet that a hospital copies. */
export const brandSheet = (brand: Brand): string =>
  [
    ':root {',
    ...Object.entries(brandProperties(brand)).map(([name, value]) => `  ${name}: ${value};`),
    '}',
    '',
  ].join('\n');

/** Whether the main color stands as it is on one paper at least where it is used most: the light one. */
export const standsAsItIs = ({ main }: Brand): boolean => readable(main, papers.light) === main;

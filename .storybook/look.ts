import { themes, type Chosen } from './toolbar.js';

/** The page's own rules: what a hospital's page would say, so that no element stands in the browser's serif. */
const page = `
  :root { font-family: 'Nunito Sans', system-ui, sans-serif; line-height: 1.5; }
  body.sb-show-main { background: Canvas; color: CanvasText; }
`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(page);

const themeSheet = new CSSStyleSheet();

let scheme: 'light' | 'dark' = 'light';

/** Light or dark, as the toolbar says. */
export const currentScheme = (): 'light' | 'dark' => scheme;

/** Gives the page the chosen theme, and light or dark. */
export const dress = (chosen: Pick<Chosen, 'theme' | 'scheme'>): void => {
  scheme = chosen.scheme ?? 'light';
  document.documentElement.style.colorScheme = scheme;
  themeSheet.replaceSync(themes[chosen.theme ?? ''] ?? '');
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets.push(sheet, themeSheet);
  }
};

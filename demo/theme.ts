/** The script of the page "Your brand": the portal in a hospital's colors, and the style sheet for it. */
import './demo.js';
import { brandProperties, brandSheet, presets, standsAsItIs, type Brand } from './portal/brand.js';
import { wordsIn } from './portal/page-language.js';
import { chosenLocale } from './portal/simulated-portal.js';

const part = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no ${id}.`);
  return element;
};

const form = part('brand') as HTMLFormElement;
const preview = part('preview');
const sheet = part('brand-css');
const verdict = part('brand-contrast');
const copied = part('brand-copied');

const field = (name: keyof Brand) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;

const brand = (): Brand => ({
  main: field('main').value,
  heading: field('heading').value,
  font: field('font').value,
  radius: field('radius').value,
});

const say = (english: string) => wordsIn(chosenLocale(), english);

const show = () => {
  const chosen = brand();
  for (const [name, value] of Object.entries(brandProperties(chosen)))
    preview.style.setProperty(name, value);
  sheet.textContent = brandSheet(chosen);
  verdict.textContent = say(
    standsAsItIs(chosen)
      ? 'Your main color is easy to read in light and in dark.'
      : 'We made your main color a little darker or lighter, so it’s easy to read.',
  );
  copied.textContent = '';
};

form.addEventListener('input', ({ target }) => {
  const preset =
    target instanceof HTMLInputElement && target.name === 'preset' ? presets[target.value] : null;
  if (preset) {
    for (const name of ['main', 'heading', 'font', 'radius'] as const)
      field(name).value = preset[name];
  }
  show();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
});

part('brand-copy').addEventListener('click', () => {
  navigator.clipboard.writeText(sheet.textContent).then(
    () => (copied.textContent = say('Style sheet copied.')),
    () =>
      (copied.textContent = say(
        'Your browser didn’t let us copy. Select the style sheet and copy it.',
      )),
  );
});

show();

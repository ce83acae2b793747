import { expect } from 'chai';
import { Colors, contrastOf, propertiesOf } from '../../scripts/contrast/colors.js';
import { measureAll, publicProperties, themes } from '../../scripts/contrast/pairs.js';
import { packageJson } from './support/package.js';

describe('the contrast of colors', () => {
  const colors = new Colors(
    propertiesOf('--a: light-dark(#000, #fff); --half: color-mix(in srgb, var(--a) 50%, #fff);'),
    'light',
  );

  it('is reckoned as WCAG 2.2 does', () => {
    expect(contrastOf(colors.color('#777777'), colors.color('#fff'))).to.be.closeTo(4.478, 0.001);
    expect(contrastOf(colors.color('var(--a)'), colors.color('Canvas'))).to.equal(21);
    expect(contrastOf(colors.color('var(--half)'), colors.color('#fff'))).to.be.closeTo(4, 0.1);
  });

  it('refuses what it cannot work out', () => {
    expect(() => colors.color('hwb(0 0% 0%)')).to.throw('hwb(0 0% 0%)');
  });
});

describe('the themes', () => {
  for (const [theme, css] of themes()) {
    it(`${theme}: sets properties that the elements read, and nothing else`, () => {
      const known = [...publicProperties(), '--portal-color-text', '--portal-font-family'];
      const headings = ['color', 'font-family', 'weight'].map((each) => `--portal-heading-${each}`);
      for (const name of propertiesOf(css).keys()) expect([...known, ...headings]).to.include(name);
      expect(css.replace(/\/\*[^]*?\*\/|--[\w-]+:[^;]+;/g, '').replace(/\s/g, '')).to.equal(
        ':root{}',
      );
    });

    it(`${theme}: is in the package`, () => {
      const file = `./themes/${theme}.css`;
      expect(packageJson.exports).to.have.property(file, file);
      expect(packageJson.files).to.include('themes');
      expect(packageJson.sideEffects).to.include('./themes/*.css');
    });
  }

  for (const theme of ['none', ...themes().keys()]) {
    for (const scheme of ['light', 'dark']) {
      it(`${theme}, ${scheme}: text 4.5 : 1, controls 3 : 1`, () => {
        const measured = measureAll().filter(
          (each) => each.theme === theme && each.scheme === scheme,
        );
        expect(measured).to.have.length.above(40);
        expect(measured.filter(({ ratio, least }) => ratio < least)).to.deep.equal([]);
      });
    }
  }

  it('high-contrast: text 7 : 1 (AAA)', () => {
    const low = measureAll().filter(
      ({ theme, ratio, least }) => theme === 'high-contrast' && least === 4.5 && ratio < 7,
    );
    expect(low).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import {
  brandProperties,
  brandSheet,
  contrast,
  papers,
  presets,
  readable,
  standsAsItIs,
} from '../../demo/portal/brand.js';
import { fc } from '../support/properties.js';

const anyColor = fc
  .integer({ min: 0, max: 0xffffff })
  .map((n) => `#${n.toString(16).padStart(6, '0')}`);

describe('a hospital’s brand', () => {
  it('is easy to read on light and on dark paper, whatever its color', () => {
    fc.assert(
      fc.property(anyColor, (color) => {
        for (const paper of Object.values(papers))
          expect(contrast(readable(color, paper), paper)).to.be.at.least(4.5);
      }),
    );
  });

  it('keeps a color that is easy to read, and says where it cannot', () => {
    expect(readable('#0c5360', papers.light)).to.equal('#0c5360');
    expect(presets['riverbend'] && standsAsItIs(presets['riverbend'])).to.equal(true);
    expect(presets['stmary'] && standsAsItIs(presets['stmary'])).to.equal(false);
  });

  it('is a style sheet of public properties', () => {
    for (const brand of Object.values(presets)) {
      const sheet = brandSheet(brand);
      for (const [name, value] of Object.entries(brandProperties(brand))) {
        expect(name).to.match(/^--portal-/);
        expect(sheet).to.include(`  ${name}: ${value};\n`);
      }
    }
  });
});

import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { root } from '../../scripts/project.js';
import { readText, packageJson } from './support/package.js';

const guides = ['CONTRIBUTING.md', 'docs/architecture.md', 'test/README.md', 'README.md'];

/** Paths in backticks, from the root of the project: what begins as a folder or file of it does. */
const pathsIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /`((?:src|mocks|test|stories|demo|scripts|docs|\.github|\.storybook)\/[\w./-]+)`/g,
    ),
  ]
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('*'));

const recipesIn = (text: string): Map<string, string> => {
  const [, recipes = ''] = text.split('\n## Recipes\n');
  return new Map(
    recipes
      .split('\n### ')
      .slice(1)
      .map((recipe) => [recipe.slice(0, recipe.indexOf('\n')), recipe]),
  );
};

describe('guides', () => {
  for (const guide of guides) {
    it(`name files that there are: ${guide}`, () => {
      const paths = pathsIn(readText(guide));
      expect(paths).to.have.length.greaterThan(2);
      expect(paths.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    });

    it(`link to files that there are: ${guide}`, () => {
      const links = [...readText(guide).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, to = '']) =>
        normalize(join(guide, '..', to)),
      );
      expect(links.filter((link) => !existsSync(join(root, link)))).to.deep.equal([]);
    });

    it(`name commands that there are: ${guide}`, () => {
      const { scripts } = packageJson;
      const commands = [...readText(guide).matchAll(/npm run ([\w:-]+)/g)].map(
        ([, name = '']) => name,
      );
      expect(commands.filter((name) => !(name in scripts))).to.deep.equal([]);
    });
  }

  const recipes = recipesIn(readText('CONTRIBUTING.md'));

  it('have a recipe for each of what is added most often', () => {
    expect([...recipes.keys()]).to.deep.equal([
      'A policy value, with its rule, refusal and answer',
      'An endpoint',
      'An element',
      'A language',
      'A made-up person',
    ]);
  });

  for (const [title, recipe] of recipes) {
    it(`say in steps which files to touch: ${title}`, () => {
      const steps = recipe.match(/^\d+\. /gm) ?? [];
      expect(steps).to.have.length.within(4, 10);
      expect(pathsIn(recipe)).to.have.length.greaterThan(3);
    });
  }
});

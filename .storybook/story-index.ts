import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Indexer, IndexInput } from 'storybook/internal/types';
import ts from 'typescript';

/** The groups of an element's states, by what makes a story of a fixture (`stories/story.ts`). */
const groups: Readonly<Record<string, string>> = {
  everyday: 'Everyday',
  empty: 'Empty',
  refused: 'Refused',
  network: 'Network',
  family: 'Family',
  signingIn: 'Signing in',
};

/**
 * Reads the stories that are fixtures: each under its element, in its group, and by its fixture's name. The first is
 * the element's full state, and stands above the groups, beside the page of documentation. Ids go by the
 * file alone: links live on when a state moves to another group.
 */
export const fixtureStories: Indexer = {
  test: /[\\/]stories[\\/][\w-]+\.stories\.ts$/,
  async createIndex(fileName) {
    const stories = await parse(fileName);
    const { id, title, component } = metaOf(stories, fileName);
    const names = await fixtureNames(stories, fileName);
    return exportedCalls(stories).map(({ exportName, group, fixture }, at): IndexInput => {
      const name = names.get(fixture);
      if (name === undefined) throw new Error(`${fileName}: the fixture ${fixture} has no name.`);
      const isFull = at === 0 && id === component;
      const under = groups[group];
      return {
        type: 'story',
        importPath: fileName,
        exportName,
        name,
        metaId: id,
        title: isFull || under === undefined ? title : `${title}/${under}`,
        tags: id === component ? ['autodocs'] : [],
      };
    });
  },
};

const parse = async (fileName: string): Promise<ts.SourceFile> =>
  ts.createSourceFile(fileName, await readFile(fileName, 'utf8'), ts.ScriptTarget.ES2022, true);

interface Meta {
  readonly id: string;
  readonly title: string;
  readonly component: string | undefined;
}

const metaOf = (file: ts.SourceFile, fileName: string): Meta => {
  const exported = file.statements.find(ts.isExportAssignment);
  const facts = exported && objectIn(exported.expression);
  const { id, title, component } = Object.fromEntries(facts ? stringsOf(facts) : []);
  if (id === undefined || title === undefined) {
    throw new Error(`${fileName}: the default export has no id or no title.`);
  }
  return { id, title, component };
};

/** `export const Name = group(fixtures.Fixture);` */
const exportedCalls = (file: ts.SourceFile) =>
  constantsIn(file).flatMap(({ name, initializer }) =>
    initializer &&
    ts.isIdentifier(name) &&
    ts.isCallExpression(initializer) &&
    ts.isIdentifier(initializer.expression) &&
    initializer.arguments[0] &&
    ts.isPropertyAccessExpression(initializer.arguments[0])
      ? [
          {
            exportName: name.text,
            group: initializer.expression.text,
            fixture: initializer.arguments[0].name.text,
          },
        ]
      : [],
  );

/** The names of the fixtures that a file of stories imports, by their keys. */
const fixtureNames = async (
  file: ts.SourceFile,
  fileName: string,
): Promise<ReadonlyMap<string, string>> => {
  const from = file.statements
    .filter(ts.isImportDeclaration)
    .map(({ moduleSpecifier }) => (moduleSpecifier as ts.StringLiteral).text)
    .find((path) => path.endsWith('.fixtures.js'));
  if (from === undefined) throw new Error(`${fileName} imports no fixtures.`);
  const fixtures = await parse(join(dirname(fileName), from.replace(/\.js$/, '.ts')));
  const all = constantsIn(fixtures).flatMap(({ initializer }) =>
    initializer && ts.isSatisfiesExpression(initializer) ? (objectIn(initializer) ?? []) : [],
  );
  return new Map(
    all
      .flatMap((each) => each.properties.filter(ts.isPropertyAssignment))
      .flatMap((property) => {
        const facts = objectIn(property.initializer);
        const name = facts && new Map(stringsOf(facts)).get('name');
        return name === undefined ? [] : [[property.name.getText(), name]];
      }),
  );
};

const constantsIn = (file: ts.SourceFile): ts.VariableDeclaration[] =>
  file.statements
    .filter(ts.isVariableStatement)
    .filter(({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ declarationList }) => [...declarationList.declarations]);

const objectIn = (node: ts.Expression): ts.ObjectLiteralExpression | undefined => {
  if (ts.isSatisfiesExpression(node)) return objectIn(node.expression);
  return ts.isObjectLiteralExpression(node) ? node : undefined;
};

const stringsOf = (facts: ts.ObjectLiteralExpression): [string, string][] =>
  facts.properties
    .filter(ts.isPropertyAssignment)
    .flatMap(({ name, initializer }) =>
      ts.isStringLiteralLike(initializer) ? [[name.getText(), initializer.text]] : [],
    );

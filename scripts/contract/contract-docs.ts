import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { root } from '../project.js';

/** What the comments of the source say about a schema and its members. */
export interface Docs {
  readonly text: string;
  readonly members: ReadonlyMap<string, Docs>;
}

/**
 * The comments of the constants of some modules, by name. Of two with one name the last counts.
 * @param paths from the root of the project
 */
export const contractDocs = (paths: readonly string[]): ReadonlyMap<string, Docs> => {
  const constants = new Map(paths.flatMap((path) => constantsOf(path)));
  const docs = [...constants].map(([name, { statement, initializer }]) => {
    const members = membersOf(initializer, constants);
    return [name, { text: commentOf(statement), members }] as const;
  });
  return new Map<string, Docs>(docs);
};

interface Constant {
  readonly statement: ts.Node;
  readonly initializer: ts.Expression;
}

const constantsOf = (path: string): [string, Constant][] => {
  const text = readFileSync(root + path, 'utf8');
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return statements
    .filter(ts.isVariableStatement)
    .flatMap((statement) =>
      statement.declarationList.declarations.flatMap(({ name, initializer }) =>
        initializer ? [[name.getText(), { statement, initializer }] as [string, Constant]] : [],
      ),
    );
};

/** Members of the object that a schema is made of: `z.object({…})`, `z.nullable(z.object({…}))`. */
const membersOf = (
  expression: ts.Expression,
  constants: ReadonlyMap<string, Constant>,
): Map<string, Docs> => {
  if (ts.isCallExpression(expression)) {
    const [argument] = expression.arguments;
    return argument ? membersOf(argument, constants) : new Map<string, Docs>();
  }
  const members = new Map<string, Docs>();
  if (!ts.isObjectLiteralExpression(expression)) return members;
  for (const property of expression.properties) {
    if (ts.isPropertyAssignment(property)) {
      members.set(property.name.getText(), {
        text: commentOf(property),
        members: membersOf(property.initializer, constants),
      });
    } else if (ts.isSpreadAssignment(property)) {
      const spread = constants.get(property.expression.getText());
      if (!spread) continue;
      for (const [name, docs] of membersOf(spread.initializer, constants)) members.set(name, docs);
    }
  }
  return members;
};

const commentOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

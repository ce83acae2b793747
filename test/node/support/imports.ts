import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../../../scripts/project.js';

/** An import, export-from or import() of a module. */
export interface Import {
  /** Path of the importing file from the root of the project. */
  readonly from: string;
  /** Path of the imported file, or the name of the package. */
  readonly to: string;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
}

/** Paths of all TypeScript files of a folder, from the root of the project. */
export const filesOf = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path).replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'));

const parsed = (path: string): ts.SourceFile =>
  ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022);

/** Whether loading a file does more than declare things. */
export const actsWhenLoaded = (path: string): boolean =>
  parsed(path).statements.some((statement) => ts.isExpressionStatement(statement));

/** Every import of a file. */
export function importsOf(from: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({ from, to: target(from, specifier.text), typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const phase = node.importClause?.phaseModifier;
      add(node.moduleSpecifier, phase === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(from));
  return found;
}

/** Imports are written with `.js`, as they are published. */
function target(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  const path = join(dirname(join(root, from)), specifier).replace(/\.js$/, '.ts');
  if (!existsSync(path)) throw new Error(`${from} imports ${specifier}, which is not there.`);
  return relative(root, path).replaceAll('\\', '/');
}

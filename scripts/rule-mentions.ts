import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { RuleId } from '../src/policy/rules.js';
import { root } from './project.js';

/** Paths of all TypeScript files of a folder, from the root of the project. */
const filesOf = (folder: string): string[] =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => join(folder, path).replaceAll('\\', '/'))
        .filter((path) => path.endsWith('.ts'))
    : [];

const texts = new Map<string, string>();

const textOf = (path: string): string => {
  const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
  texts.set(path, text);
  return text;
};

/** A rule by its id, and not as the beginning of another one's. */
const mention = (rule: RuleId) => new RegExp(`\\b${rule.replace('.', '\\.')}(?![\\w-])`);

/** Files below these folders that name a rule, in code or in a comment. */
export const filesNaming = (rule: RuleId, folders: readonly string[]): string[] =>
  folders.flatMap(filesOf).filter((path) => mention(rule).test(textOf(path)));

/** How many test cases name a rule: in what they do, in their titles, or in that of their suite. */
export const testCasesNaming = (rule: RuleId): number => {
  const named = mention(rule);
  return allTestCases().filter((text) => named.test(text)).length;
};

let testCases: string[] | undefined;

const allTestCases = (): string[] =>
  (testCases ??= filesOf('test')
    .filter((path) => /\.(test|spec)\.ts$/.test(path))
    .flatMap((path) => testCasesOf(path, textOf(path))));

/** The text of each test case, with the titles of what it stands in. */
const testCasesOf = (path: string, text: string): string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  const found: string[] = [];
  const visit = (node: ts.Node, titles: string): void => {
    const call = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node : undefined;
    const name = call && (call.expression as ts.Identifier).text;
    const title = call?.arguments[0]?.getText(source) ?? '';
    if (name === 'it' || name === 'test') found.push(`${titles} ${node.getText(source)}`);
    else {
      ts.forEachChild(node, (child) => {
        visit(child, name === 'describe' ? `${titles} ${title}` : titles);
      });
    }
  };
  visit(source, '');
  return found;
};

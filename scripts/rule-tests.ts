import { readFileSync, readdirSync } from 'node:fs';
import ts from 'typescript';
import type { RuleId } from '../src/policy/rules.js';
import { root } from './project.js';

/** How many test cases name a rule, in what they do or in a title: what a comment says does not count. */
export const testCasesNaming = (rule: RuleId): number => {
  const named = new RegExp(`\\b${rule.replace('.', '\\.')}(?![\\w-])`); // no longer one's beginning
  return allTestCases().filter((text) => named.test(text)).length;
};

let testCases: string[] | undefined;

const allTestCases = (): string[] =>
  (testCases ??= readdirSync(`${root}test`, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|spec)\.ts$/.test(path))
    .flatMap((path) => testCasesOf(path, readFileSync(`${root}test/${path}`, 'utf8'))));

/** The strings of each test case, with the titles of what it stands in. */
const testCasesOf = (path: string, text: string): string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found: string[] = [];
  const visit = (node: ts.Node, titles: string): void => {
    const call = ts.isCallExpression(node) && ts.isIdentifier(node.expression) ? node : undefined;
    const name = call && (call.expression as ts.Identifier).text;
    if (name === 'it' || name === 'test') found.push(`${titles} ${stringsIn(node)}`);
    else {
      const title = name === 'describe' && call?.arguments[0] ? stringsIn(call.arguments[0]) : '';
      ts.forEachChild(node, (child) => {
        visit(child, `${titles} ${title}`);
      });
    }
  };
  visit(source, '');
  return found;
};

/** All text between quotes, one line a string. */
const stringsIn = (node: ts.Node): string => {
  const parts: string[] = [];
  const visit = (each: ts.Node): void => {
    if (ts.isStringLiteralLike(each) || ts.isTemplateMiddleOrTemplateTail(each))
      parts.push(each.text);
    else if (ts.isTemplateHead(each)) parts.push(each.text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return parts.join('\n');
};

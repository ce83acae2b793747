import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { noLiteralText } from './scripts/lint/no-literal-text.js';

/** Rules of this project's own. */
const local = { rules: { 'no-literal-text': noLiteralText } };

export default defineConfig(
  globalIgnores([
    ...['build/', 'coverage/', 'dist/', 'storybook-static/', '**/generated/'],
    // Checked with the packed package.
    ...['demo/examples/', 'scripts/package/types/', 'test/package/hosts/'],
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-undef': 'off', // the type checker knows better, in .js too
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error', // an empty import would stay
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A signature that a base class asks for may name what it does not use.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['scripts/**', 'test/bench/**', '*.config.{js,ts}'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    ignores: ['test/support/properties.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'fast-check',
              message:
                'Import { fc } from test/support/properties.ts: it says which cases are tried.',
            },
          ],
        },
      ],
    },
  },
  {
    // Pages of hospitals have old libraries: those change what all scripts share (docs/browsers.md).
    files: ['src/**'],
    ignores: ['src/fhir/**'], // no page has it
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='entries'][callee.object.name!='Object']",
          message: 'Prototype.js has its own Array.prototype.entries. Use forEach.',
        },
        {
          selector: "CallExpression[callee.object.name='Array'][callee.property.name='from']",
          message: 'Prototype.js has its own Array.from. Use [...list].map.',
        },
        {
          selector: "CallExpression[callee.object.name='Response'][callee.property.name='json']",
          message:
            'Prototype.js has its own Array.prototype.toJSON. Use new Response(toJson(value)).',
        },
      ],
    },
  },
  {
    // The casts of JSDoc are invisible to these; the type checker sees them.
    files: ['**/*.js'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'demo/**/*.ts', 'test/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    extends: ['lit/flat/recommended', 'lit-a11y/recommended', 'wc/flat/best-practice'],
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/value-after-constraints': 'error',
      // A table that a narrow screen lays out as blocks keeps its roles only when they are written.
      'lit-a11y/no-redundant-role': 'off',
      // Lit calls a listener of a template with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/widgets/**/*.ts', 'src/ui/**/*.ts'],
    plugins: { local },
    rules: { 'local/no-literal-text': 'error' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', // expect(it).to.be.true
      // Typed as a promise, for snapshots of files, which there are none of.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      'no-restricted-properties': [
        'error',
        ...['describe', 'it', 'test', 'suite'].flatMap((object) =>
          ['only', 'skip', 'fixme'].map((property) => ({
            object,
            property,
            message: 'Every test runs, or goes.',
          })),
        ),
      ],
    },
  },
);

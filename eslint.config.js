/**
 * Few rules, quick ones: what the type checker does not see. Style is by eye and by `docs/contributing.md`; `{@html}` is forbidden, since
 * every word on the page comes from text files that people edit.
 */
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'playwright-report/', '.data/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{ files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } } },
	{
		rules: {
			'svelte/no-at-html-tags': 'error',
			// Type checking finds undefined names; the rule does not know types.
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
			// A reader that indexes what it has just counted says so with "!".
			'@typescript-eslint/no-non-null-assertion': 'off',
			// Addresses are made in `query/url.ts`, relative to nothing but the root; Kit's resolve() would tie components to the app.
			'svelte/no-navigation-without-resolve': 'off',
			// `{' '}` keeps a space that the compiler would trim.
			'svelte/no-useless-mustaches': 'off',
			eqeqeq: ['error', 'always', { null: 'ignore' }],
			'no-console': 'off'
		}
	}
);

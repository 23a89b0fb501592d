import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { onefile } from './scripts/onefile-plugin.ts';

export default defineConfig({
	plugins: [sveltekit(), svelteTesting(), onefile()],
	worker: { format: 'es' },
	build: { target: ['chrome109', 'firefox115'], cssTarget: ['chrome109', 'firefox115'] },
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', environment: 'node', isolate: false, include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.ts'] }
			},
			{ extends: true, test: { name: 'office', environment: 'node', include: ['tests/office/**/*.test.ts'] } }
		]
	}
});

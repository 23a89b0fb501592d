import { sveltekit } from '@sveltejs/kit/vite';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { onefile } from './scripts/onefile-plugin.ts';
import { webglOnly } from './scripts/webgl-only-plugin.ts';

/** Tests resolve as browsers do, where the core's words come one language at a time. */
const setupFiles = ['src/lib/i18n/both-words.ts'];

export default defineConfig({
	plugins: [sveltekit(), svelteTesting(), onefile(), webglOnly],
	worker: { format: 'es' },
	build: { target: ['chrome109', 'firefox115'], cssTarget: ['chrome109', 'firefox115'] },
	test: {
		// A test that hangs is found all the same; one that waits for a busy machine is not called broken.
		testTimeout: 20_000,
		projects: [
			{ extends: true, test: { name: 'unit', environment: 'node', setupFiles, isolate: false, include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
			{
				extends: true,
				resolve: { conditions: ['browser'] },
				test: { name: 'component', environment: 'jsdom', setupFiles, include: ['tests/component/**/*.test.ts'] }
			},
			{ extends: true, test: { name: 'office', environment: 'node', setupFiles, include: ['tests/office/**/*.test.ts'] } }
		]
	}
});

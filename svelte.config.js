import adapter from '@sveltejs/adapter-node';

const csp = {
	mode: 'hash',
	directives: {
		'default-src': ['self'],
		'script-src': ['self'],
		'style-src': ['self'],
		// Kit's route announcer is made with one fixed style attribute.
		'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
		'img-src': ['self', 'data:', 'blob:'],
		'worker-src': ['self', 'blob:'],
		'connect-src': ['self'],
		'font-src': ['self'],
		'object-src': ['none'],
		'base-uri': ['self'],
		'form-action': ['self'],
		// `hooks.server.ts` lets the embedded map be framed.
		'frame-ancestors': ['none']
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		csp,
		paths: { relative: true },
		// `state/installed-app.ts` registers it, once the page stands.
		serviceWorker: { register: false },
		alias: {}
	}
};

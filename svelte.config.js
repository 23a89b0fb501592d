import adapter from '@sveltejs/adapter-node';

const csp = {
	mode: 'hash',
	directives: {
		'default-src': ['self'],
		'script-src': ['self'],
		'style-src': ['self'],
		'img-src': ['self', 'data:', 'blob:'],
		'worker-src': ['self', 'blob:'],
		'connect-src': ['self'],
		'font-src': ['self'],
		'object-src': ['none'],
		'base-uri': ['self'],
		'form-action': ['self'],
		'frame-ancestors': ['self']
	}
};

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		csp,
		paths: { relative: true },
		alias: {}
	}
};

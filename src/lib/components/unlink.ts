/** Addresses of the app become plain words: a briefing in one file has no server behind it. An attachment for the node that holds them. */
export function unlink(node: HTMLElement): () => void {
	const clear = () => node.querySelectorAll('a[href^="/"]').forEach((link) => link.removeAttribute('href'));
	clear();
	const watch = new MutationObserver(clear);
	watch.observe(node, { subtree: true, childList: true, attributeFilter: ['href'] });
	return () => watch.disconnect();
}

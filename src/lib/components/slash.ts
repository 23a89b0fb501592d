/** "/" brings the cursor to the search, but not out of another field. */
export const onSlash = (field: () => HTMLElement | undefined) => (event: KeyboardEvent): void => {
	const target = event.target as HTMLElement;
	if (event.key !== '/' || event.ctrlKey || event.metaKey || target.closest('input, textarea, select')) return;
	event.preventDefault();
	field()?.focus();
};

/** What stands in the headline once the page does: tools for the view, and what an answer needs said beside its number. */
export { default as AskNotes } from './AskNotes.svelte';
export { default as ViewTools } from './ViewTools.svelte';

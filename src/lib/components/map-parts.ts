/** What only a living map needs, loaded once it stands: the page without them is the sooner there. */
export { default as LayerList } from './LayerList.svelte';
export { default as Legend } from './Legend.svelte';
export { default as MapPng } from './MapPng.svelte';
export { default as ThemeBox } from './ThemeBox.svelte';
export { default as TimeSlider } from './TimeSlider.svelte';

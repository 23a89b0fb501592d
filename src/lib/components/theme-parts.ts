/** Controls of the thematic map, loaded with the map's code: the plain page does not carry them. */
export { default as ThemeBox } from './ThemeBox.svelte';
export { default as TimeSlider } from './TimeSlider.svelte';

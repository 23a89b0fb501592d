/** Noto Sans SC (SIL Open Font License 1.1, text in static/licences), served by the app itself: a PDF embeds the letters it uses. One weight; bold is drawn with a stroke, which spares a second file of 10 MB. */
export { default as fontUrl } from '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url';

export { countries, countryByCode } from "./countries.ts";
export { identifyLanguage } from "./language.ts";
export { packLanguages } from "./languages.ts";
export { readPlaces } from "./places.ts";
export { readQuantities, singular } from "./quantities.ts";
export { splitParagraphs, splitSentences } from "./sentences.ts";
export type * from "./types.ts";

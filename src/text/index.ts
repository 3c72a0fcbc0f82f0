export { countries, countryByCode } from "./countries.ts";
export type * from "./types.ts";

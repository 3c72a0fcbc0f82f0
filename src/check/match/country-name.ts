import { countryByCode, englishName } from "../../text/index.ts";

/** English name of a state by its alpha-3 code; the code where there is no such state. */
export const nameOfCountry = (code: string): string => {
  const country = countryByCode(code);
  return country ? (englishName(country.alpha2) ?? code) : code;
};

import { countryByCode } from "../../text/index.ts";

const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
/** English name of a state by its alpha-3 code; the code where there is no such state. */
export const nameOfCountry = (code: string): string => {
  const country = countryByCode(code);
  return country ? (REGIONS.of(country.alpha2) ?? code) : code;
};

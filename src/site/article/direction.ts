/** Languages that are written from the right. */
const FROM_THE_RIGHT = new Set(["ar", "fa", "he", "ur", "ug", "ps", "sd", "yi"]);

/** Which way a language (BCP 47) is written, for the attribute `dir`. */
export const directionOf = (language: string): "ltr" | "rtl" =>
  FROM_THE_RIGHT.has(language.split("-")[0] ?? "") ? "rtl" : "ltr";

import { expect, it } from "vitest";
import { readDates } from "./dates.ts";

// A Monday.
const read = (language: string, text: string): string[] =>
  readDates(text, { language, date: "2016-11-07T16:30" }).map(d => `${d.text} = ${d.timex}`);

it.each([
  ["es", "en la noche del lunes al martes", ["en la noche del lunes al martes = 2016-11-07TNI"]],
  [
    "es",
    "en la noche del 12 al 13 de mayo de 2018",
    ["en la noche del 12 al 13 de mayo de 2018 = 2018-05-12TNI"],
  ],
  ["it", "nella notte tra lunedì e martedì", ["notte tra lunedì e martedì = 2016-11-07TNI"]],
  [
    "it",
    "nella notte tra il 12 e il 13 maggio 2018",
    ["notte tra il 12 e il 13 maggio 2018 = 2018-05-12TNI"],
  ],
  ["es", "anoche a las 8", ["anoche a las 8 = 2016-11-06T20:00"]],
  ["es", "30 minutos después de las 15:00", ["30 minutos después de las 15:00 = 2016-11-07T15:30"]],
])("nights and times by what they lie between in %s: %s", (language, text, found) => {
  expect(read(language, text)).toEqual(found);
});

it.each([
  ["es", "la primera quincena de mayo de 2018", ["la primera quincena de mayo de 2018 = 2018-05"]],
  ["it", "la prima quindicina di maggio 2018", ["la prima quindicina di maggio 2018 = 2018-05"]],
  ["es", "la segunda mitad del siglo XX", ["la segunda mitad del siglo XX = 19"]],
  ["es", "al día siguiente de Navidad", ["día siguiente de Navidad = 2016-12-26"]],
  ["es", "el fin de semana del 14 de julio", ["el fin de semana del 14 de julio = 2016-W28-WE"]],
  ["es", "1.º de julio", ["1.º de julio = 2016-07-01"]],
])("parts of months, decades and centuries, and days beside others in %s: %s", (language, text, found) => {
  expect(read(language, text)).toEqual(found);
});

it.each([
  ["es", "dos veces por semana", ["dos veces por semana = P1W"]],
  ["it", "tre volte all'anno", ["tre volte all'anno = P1Y"]],
  ["es", "un día de cada tres", ["un día de cada tres = P3D"]],
  ["it", "un giorno su tre", ["un giorno su tre = P3D"]],
  ["es", "los lunes", ["los lunes = XXXX-WXX-1"]],
  ["es", "el lunes", ["lunes = 2016-11-07"]],
])("what comes back in %s: %s", (language, text, found) => {
  expect(read(language, text)).toEqual(found);
});

it.each([
  ["es", "El Parlamento votará la ley el martes", ["martes = 2016-11-08"]],
  ["es", "El Parlamento votó la ley el martes", ["martes = 2016-11-01"]],
  ["it", "Il Parlamento voterà la legge martedì", ["martedì = 2016-11-08"]],
  ["it", "Il Parlamento ha votato la legge martedì", ["martedì = 2016-11-01"]],
  ["es", "en los últimos meses", ["los últimos meses = PXM"]],
  ["it", "una ventina di giorni", ["una ventina di giorni = P20D"]],
  ["it", "da vent'anni", ["da vent'anni = P20Y"]],
])("where a day lies, and lengths in %s: %s", (language, text, found) => {
  expect(read(language, text)).toEqual(found);
});

it("the end of a period before which something is lies in it", () => {
  const [year] = readDates("antes de fin de año", { language: "es", date: "2016-11-07" });
  expect(year).toMatchObject({ start: "", end: "2016-12-31" });
  const [start] = readDates("before the end of 2018", { language: "en", date: "2016-11-07" });
  expect(start).toMatchObject({ start: "", end: "2018-12-31" });
});

it("what has begun lies before the day of publication, unless the sentence looks ahead", () => {
  const starts = (text: string) => readDates(text, { language: "es", date: "2016-11-07" })[0]!.start;
  expect(starts("desde el 1 de enero")).toBe("2016-01-01");
  expect(starts("Regirá desde el 1 de enero")).toBe("2017-01-01");
});

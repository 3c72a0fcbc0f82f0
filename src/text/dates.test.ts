import { describe, expect, it } from "vitest";
import { readDates } from "./dates.ts";

const read = (text: string, language: string): string[] =>
  readDates(text, { language, date: "2024-05-15" }).map(d => `${d.text} = ${d.timex} [${d.start},${d.end}]`);

describe("dates", () => {
  it.each([
    ["en", "on May 14, 2019", ["May 14, 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["en", "since 2000", ["2000 = 2000 [2000-01-01,]"]],
    ["en", "until 2019", ["2019 = 2019 [,2019-12-31]"]],
    ["en", "from 2010 to 2019", ["2010 to 2019 = 2010/2019 [2010-01-01,2019-12-31]"]],
    ["en", "the third quarter of 2021", ["the third quarter of 2021 = 2021-Q3 [2021-07-01,2021-09-30]"]],
    ["en", "in the 1980s", ["the 1980s = 198 [1980-01-01,1989-12-31]"]],
    ["en", "two years ago", ["two years ago = 2022 [2022-01-01,2022-12-31]"]],
    ["en", "last month", ["last month = 2024-04 [2024-04-01,2024-04-30]"]],
    ["en", "he said Monday", ["Monday = 2024-05-13 [2024-05-13,2024-05-13]"]],
    ["en", "will meet on Friday", ["Friday = 2024-05-17 [2024-05-17,2024-05-17]"]],
    ["en", "for nine months", ["nine months = P9M [,]"]],
    ["en", "in 700 BC", ["700 BC = BC0700 [,]"]],
    ["en", "2024-02-30 is no day", []],
    ["zh", "2019年5月14日", ["2019年5月14日 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["zh", "去年", ["去年 = 2023 [2023-01-01,2023-12-31]"]],
    ["zh", "自二〇一〇年以来", ["二〇一〇年 = 2010 [2010-01-01,]"]],
    ["es", "el 14 de mayo de 2019", ["el 14 de mayo de 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["es", "hace dos años", ["hace dos años = 2022 [2022-01-01,2022-12-31]"]],
    ["es", "el siglo XX", ["el siglo XX = 19 [1901-01-01,2000-12-31]"]],
    ["fr", "le 1er janvier 2020", ["1er janvier 2020 = 2020-01-01 [2020-01-01,2020-01-01]"]],
    ["fr", "il y a trois mois", ["il y a trois mois = 2024-02 [2024-02-01,2024-02-29]"]],
    ["ru", "14 мая 2019 года", ["14 мая 2019 года = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["ru", "в 1975 году", ["1975 году = 1975 [1975-01-01,1975-12-31]"]],
    ["ar", "في 14 مايو 2019", ["14 مايو 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
    ["pt", "em 14 de maio de 2019", ["14 de maio de 2019 = 2019-05-14 [2019-05-14,2019-05-14]"]],
  ] as const)("in %s: %s", (language, text, expected) => {
    const found = read(text, language);
    const bare = (line: string): string => line.replace(/^(?:el|le|la) /, "");
    expect(found.map(bare)).toEqual(expected.map(bare));
  });

  it("stay unresolved without a day of publication", () => {
    expect(readDates("yesterday and last year", { language: "en" }).map(d => d.start)).toEqual(["", ""]);
  });

  it("carry spans of the text as given", () => {
    const text = "In “2019”, on\nMay 14,\n2019, it began.";
    for (const d of readDates(text, { language: "en" })) expect(text.slice(...d.span)).toBe(d.text);
  });
});

import { describe, expect, it } from "vitest";
import { readPlaces } from "./places.ts";

const read = (text: string, language: string): string[] =>
  readPlaces(text, { language }).map(p => `${p.text}=${p.country}${p.form === "name" ? "" : ` ${p.form}`}`);

describe("places", () => {
  it.each([
    [
      "en",
      "Ethiopia, Kazakhstan, Myanmar and Pakistan",
      ["Ethiopia=ETH", "Kazakhstan=KAZ", "Myanmar=MMR", "Pakistan=PAK"],
    ],
    ["en", "Chinese firms in Almaty", ["Chinese=CHN demonym", "Almaty=KAZ place"]],
    ["en", "Beijing said it would help", ["Beijing=CHN capital"]],
    ["en", "They met in Beijing", ["Beijing=CHN place"]],
    [
      "en",
      "Guinea-Bissau, Equatorial Guinea, Papua New Guinea and Guinea",
      ["Guinea-Bissau=GNB", "Equatorial Guinea=GNQ", "Papua New Guinea=PNG", "Guinea=GIN"],
    ],
    [
      "en",
      "Niger and Nigeria; Nigerien and Nigerian police",
      ["Niger=NER", "Nigeria=NGA", "Nigerien=NER demonym", "Nigerian=NGA demonym"],
    ],
    [
      "en",
      "the Democratic Republic of the Congo and the Republic of the Congo",
      ["Democratic Republic of the Congo=COD", "Republic of the Congo=COG"],
    ],
    ["en", "Michael Jordan played; King Abdullah of Jordan did not", ["Jordan=JOR"]],
    ["en", "in Jordan and in Chad", ["Jordan=JOR", "Chad=TCD"]],
    ["en", "He moved to Augusta, Georgia.", ["Georgia=USA place"]],
    ["en", "Georgia and Armenia signed", ["Georgia=GEO", "Armenia=ARM"]],
    ["en", "the South China Sea and the Indian Ocean", []],
    ["en", "tell us to go, Roman, and bring the turkey and china plates", []],
    ["en", "the US and the U.S. envoy", ["US=USA", "U.S.=USA"]],
    [
      "en",
      "American Samoa, Samoa, the Dominican Republic and Dominica",
      ["American Samoa=ASM", "Samoa=WSM", "Dominican Republic=DOM", "Dominica=DMA"],
    ],
    [
      "en",
      "South Korea, North Korean, Northern Ireland, Ireland",
      ["South Korea=KOR", "North Korean=PRK demonym", "Northern Ireland=GBR place", "Ireland=IRL"],
    ],
    ["en", "New Jersey and Jersey", ["New Jersey=USA place", "Jersey=JEY"]],
    ["zh", "中国与哈萨克斯坦、美國和索马里", ["中国=CHN", "哈萨克斯坦=KAZ", "美國=USA", "索马里=SOM"]],
    [
      "es",
      "empresas chinas en Kazajistán y EE. UU.",
      ["chinas=CHN demonym", "Kazajistán=KAZ", "EE. UU.=USA"],
    ],
    ["fr", "les policières chinoises en Éthiopie", ["chinoises=CHN demonym", "Éthiopie=ETH"]],
    [
      "ru",
      "в Китае, из Казахстана, с российскими и в США",
      ["Китае=CHN", "Казахстана=KAZ", "российскими=RUS demonym", "США=USA"],
    ],
    ["ru", "10 миллионов долларов США", []],
    ["ar", "والصين وكازاخستان والشرطة الصينية", ["والصين=CHN", "وكازاخستان=KAZ", "الصينية=CHN demonym"]],
    ["pt", "a polícia chinesa no Cazaquistão", ["chinesa=CHN demonym", "Cazaquistão=KAZ"]],
  ] as const)("in %s: %s", (language, text, expected) => {
    expect(read(text, language)).toEqual(expected);
  });

  it("are spans of the text as given", () => {
    const text = "“China”, the U.S. and Côte d’Ivoire";
    const found = readPlaces(text, { language: "en" });
    expect(found.map(p => p.country)).toEqual(["CHN", "USA", "CIV"]);
    for (const p of found) expect(text.slice(...p.span)).toBe(p.text);
  });
});

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
    ["ru", "В Нигерии, из Нигерии и с Нигерией", ["Нигерии=NGA", "Нигерии=NGA", "Нигерией=NGA"]],
    ["ru", "В Нигере", ["Нигере=NER"]],
    [
      "ru",
      "в Папуа — Новой Гвинее и Папуа-Новую Гвинею",
      ["Папуа — Новой Гвинее=PNG", "Папуа-Новую Гвинею=PNG"],
    ],
    [
      "ru",
      "Южного Судана, Новой Зеландии и в Косове",
      ["Южного Судана=SSD", "Новой Зеландии=NZL", "Косове=XKX"],
    ],
    [
      "en",
      "the Democratic Republic of the Congo and the Republic of the Congo",
      ["Democratic Republic of the Congo=COD", "Republic of the Congo=COG"],
    ],
    ["en", "Michael Jordan played; King Abdullah of Jordan did not", ["Jordan=JOR"]],
    ["en", "The GAO found that GAO, Mali, is in Mali", ["GAO=MLI place", "Mali=MLI", "Mali=MLI"]],
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
    ["fr", "des caméras à Novi Sad", ["Novi Sad=SRB place"]],
    ["ru", "в Алма-Ате и Нови-Саде", ["Алма-Ате=KAZ place", "Нови-Саде=SRB place"]],
    ["zh", "臺灣、南韓與烏克蘭的員警", ["臺灣=TWN", "南韓=KOR", "烏克蘭=UKR"]],
    ["zh", "马里兰州、印度洋和几内亚比绍、几内亚", ["几内亚比绍=GNB", "几内亚=GIN"]],
    [
      "de",
      "chinesische Firmen in Kasachstan, die türkische Polizei und Peking",
      ["chinesische=CHN demonym", "Kasachstan=KAZ", "türkische=TUR demonym", "Peking=CHN place"],
    ],
    ["de", "das Südchinesische Meer und der Indische Ozean", []],
    [
      "de",
      "Niger und Nigeria, Guinea-Bissau und Guinea",
      ["Niger=NER", "Nigeria=NGA", "Guinea-Bissau=GNB", "Guinea=GIN"],
    ],
    ["de", "Michael Jordan kam nach Jordanien; im Tschad", ["Jordanien=JOR", "Tschad=TCD"]],
    [
      "tr",
      "Çin'in Kazakistan'da, Türk polisi ve ABD'de",
      ["Çin=CHN", "Kazakistan=KAZ", "Türk=TUR demonym", "ABD=USA"],
    ],
    ["tr", "Güney Çin Denizi ile Nijer ve Nijerya", ["Nijer=NER", "Nijerya=NGA"]],
    ["tr", "Gürcistan ve Ürdün, Papua Yeni Gine", ["Gürcistan=GEO", "Ürdün=JOR", "Papua Yeni Gine=PNG"]],
    ["ja", "中国の警察は米国とジョージアに", ["中国=CHN", "米国=USA", "ジョージア=GEO"]],
    ["ja", "南シナ海、ニジェールとナイジェリア", ["ニジェール=NER", "ナイジェリア=NGA"]],
    ["ja", "ジョージア州とヨルダン、ヨルダン川", ["ジョージア州=USA place", "ヨルダン=JOR"]],
    ["ko", "중국 경찰이 카자흐스탄과 미국에서", ["중국=CHN", "카자흐스탄=KAZ", "미국=USA"]],
    ["ko", "남중국해와 인도적 지원, 인도네시아와 인도", ["인도네시아=IDN", "인도=IND"]],
    ["ko", "이란 정부와 감시이란 무엇인가, 그 수단을", ["이란=IRN"]],
    [
      "id",
      "polisi Tiongkok di Kazakhstan dan Papua Nugini",
      ["Tiongkok=CHN", "Kazakhstan=KAZ", "Papua Nugini=PNG"],
    ],
    ["id", "Laut Cina Selatan, Niger dan Nigeria", ["Niger=NER", "Nigeria=NGA"]],
    ["hi", "चीन ने पाकिस्तान और नाइजीरिया को", ["चीन=CHN", "पाकिस्तान=PAK", "नाइजीरिया=NGA"]],
    ["nl", "politie in China en Kazachstan", ["China=CHN", "Kazachstan=KAZ"]],
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

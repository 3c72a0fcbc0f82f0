import { describe, expect, it } from "vitest";
import { readNumbers } from "./numbers.ts";
import { readQuantities } from "./quantities.ts";

const read = (text: string): string[] =>
  readQuantities(text, { language: "tr" }).map(q =>
    `${q.text} = ${q.value}${q.high === null ? "" : `..${q.high}`} ${q.unit} ${q.qualifier}`.replace(
      "  ",
      " ",
    ),
  );

describe("Turkish numerals in their cases", () => {
  it.each([
    ["Onun yaşı otuzun üzerindedir", ["otuzun üzerindedir = 30 year of age over"]],
    [
      "Bu sayı üç bin dokuz yüz altmış beşten büyük veya eşittir",
      ["üç bin dokuz yüz altmış beşten büyük veya eşittir = 3965 at-least"],
    ],
    ["yüz elliden fazla ülke", ["yüz elliden fazla = 150 over"]],
    ["2,5 milyardan fazla", ["2,5 milyardan fazla = 2500000000 over"]],
    ["on bin liradan fazla", ["on bin liradan fazla = 10000 TRY over"]],
    ["binden bin beş yüze kadar", ["binden bin beş yüze kadar = 1000..1500 exact"]],
    ["otuza yakın ülke", ["otuza yakın = 30 nearly"]],
    ["20 ve 30 arasında", ["20 ve 30 arasında = 20..30 exact"]],
  ])("%s", (text, found) => {
    expect(read(text)).toEqual(found);
  });

  it.each([
    ["üçte ikisi", 2 / 3],
    ["beşte biri", 1 / 5],
    ["5'te 2'si", 2 / 5],
    ["onda dokuz", 9 / 10],
  ])("tell the part of a whole: %s", (text, value) => {
    expect(readQuantities(text, { language: "tr" }).map(q => q.value)).toEqual([value]);
  });

  it.each(["O yüzden gelmedi", "altında kaldı", "onun üzerinde", "ondan sonra"])(
    "are told from other words: %s",
    text => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe("signs of money and measures as they are typed in Spanish and Italian", () => {
  it.each([
    ["es", "Es necesario calentar hasta 37ºC", [[37, "celsius"]]],
    ["es", "unos U$D 90 millones", [[90_000_000, "USD"]]],
    [
      "es",
      "Obtén 2 meses por MXN$ 20",
      [
        [2, "month"],
        [20, "MXN"],
      ],
    ],
    ["it", "da vent'anni", [[20, "year"]]],
  ])("%s: %s", (language, text, found) => {
    expect(readQuantities(text, { language }).map(q => [q.value, q.unit])).toEqual(found);
  });
});

describe("amounts as French papers print them", () => {
  it.each([
    ["Le contrat porte sur 4,5 M€.", [[4_500_000, "EUR"]]],
    ["un couloir de 30 m de long", [[30, "metre"]]],
    ["une heure et demie", [[1.5, "hour"]]],
    ["trois kilomètres et demi", [[3.5, "kilometre"]]],
    ["dans les 48 heures", [[48, "hour"]]],
    ["deux fois par semaine", [[2, "multiple per week"]]],
  ])("%s", (text, found) => {
    const read = readQuantities(text, { language: "fr" });
    expect(read.map(q => [q.value, q.unit])).toEqual(found);
  });

  it("read a length of time to come as no estimate", () => {
    expect(readQuantities("dans les 48 heures", { language: "fr" })[0]!.qualifier).toBe("exact");
    expect(readQuantities("dans les 500 euros", { language: "fr" })[0]!.qualifier).toBe("about");
  });
});

describe("fractions in scripts without spaces", () => {
  it.each([
    ["ko", "팔분의 일조각을", 1 / 8],
    ["ko", "3분의 일만", 1 / 3],
    ["ko", "오분의 백삼십이를", 132 / 5],
    ["zh", "三分之壹", 1 / 3],
    ["zh", "壹仟分之贰", 0.002],
    ["zh", "万分之五", 0.0005],
    ["ja", "三分の二千", 2000 / 3],
  ])("%s: %s", (language, text, value) => {
    expect(readNumbers(text, { language }).map(n => n.value)).toEqual([value]);
  });

  it("tell the tael from the digit that it is written with", () => {
    const found = readQuantities("三十两黄金", { language: "zh" });
    expect(found.map(q => [q.value, q.unit])).toEqual([[30, "tael"]]);
    expect(readNumbers("三千两百", { language: "zh" }).map(n => n.value)).toEqual([3200]);
  });
});

describe("decimals of scaled numerals in words", () => {
  it("follow what is below the multiplier", () => {
    const values = (text: string, language: string): number[] =>
      readNumbers(text, { language }).map(n => n.value);
    expect(values("iki yüz bin dört yüz kırk nokta altı", "tr")).toEqual([200440.6]);
    expect(values("two thousand and forty point six", "en")).toEqual([2040.6]);
  });
});

describe("a measure whose name is that of a currency", () => {
  it("is money where there are millions of it", () => {
    const units = (text: string): string[] => readQuantities(text, { language: "hi" }).map(q => q.unit);
    expect(units("361 मिलियन पाउंड")).toEqual(["GBP"]);
    expect(units("200 पाउंड")).toEqual(["pound-mass"]);
  });
});

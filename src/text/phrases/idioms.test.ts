import { describe, expect, it } from "vitest";
import { idiom } from "./idioms.ts";

const textsOf = (text: string, spans: readonly (readonly [number, number])[]) =>
  spans.map(([from, to]) => text.slice(from, to));

describe("phrases of a language", () => {
  it.each([
    ["still", "en", "It STILL runs, and nobody distils it.", ["STILL"]],
    ["still", "es", "La red todavía funciona y sigue en uso.", ["todavía", "sigue"]],
    ["still", "ru", "Она по-прежнему продолжает продажи.", ["по-прежнему", "продолжает"]],
    ["still", "zh", "摄像头仍在监视广场。", ["仍"]],
    ["world", "ar", "وفي العالم كله، وبالعالم العربي", ["العالم", "وبالعالم"]],
    ["college", "en", "The college and two Colleges; collegial.", ["college", "Colleges"]],
    ["didSo", "fr", "Elle l’avait déjà fait en 2019.", ["l’avait déjà fait"]],
    [
      "onlyOne",
      "ru",
      "Это единственная страна и единственный поставщик.",
      ["единственная страна", "единственный поставщик"],
    ],
  ] as const)(
    "are found whole, in any case and with their endings: %s, %s",
    (name, language, text, found) => {
      expect(textsOf(text, idiom(name, language).find(text))).toEqual(found);
    },
  );

  it("are those of all languages where none is named", () => {
    expect(idiom("still").test("La red todavía funciona.")).toBe(true);
    expect(idiom("still", "en").test("La red todavía funciona.")).toBe(false);
  });

  it("are looked for on either side of an offset, beyond white space", () => {
    const text = "since the college of l'école";
    expect(idiom("theBody", "en").before(text, text.indexOf("college"))).toEqual([6, 9]);
    expect(idiom("theBody", "fr").before(text, text.indexOf("école"))).toEqual([21, 23]);
    expect(idiom("college", "en").after(text, text.indexOf(" college"))).toEqual([10, 17]);
    expect(idiom("college", "en").after(text, 0)).toBeNull();
  });

  it("give their single words, without those of open endings", () => {
    const { words } = idiom("pledged", "en");
    expect([...words]).toEqual(expect.arrayContaining(["plan", "plans", "planned", "planning"]));
    expect([...words].filter(word => word.startsWith("promis") || word.startsWith("pledg"))).toEqual([]);
  });

  it("keep their places behind letters that grow in lower case", () => {
    const text = "İİİ still";
    expect(idiom("still", "en").find(text)).toEqual([[4, 9]]);
  });

  it("of a language without any are never found", () => {
    expect(idiom("still", "tr").test("still")).toBe(false);
  });
});

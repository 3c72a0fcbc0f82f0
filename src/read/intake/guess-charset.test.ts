import { expect, test } from "vitest";
import { decodeBytes } from "./decode.ts";
import { guessCharset } from "./guess-charset.ts";

/** Writes a text in an encoding: the table is made by reading every sequence of one and two bytes. */
function encoded(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset, { fatal: true });
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    try {
      const character = decoder.decode(Uint8Array.from(bytes));
      if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
    } catch {
      // Not a sequence of this encoding.
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  if (charset === "windows-1252")
    for (const [character, byte] of [
      ["“", 0x93],
      ["”", 0x94],
      ["—", 0x97],
      ["…", 0x85],
    ] as const)
      table.set(character, [byte]);
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return Uint8Array.from([...text].flatMap(character => table.get(character) ?? [0x3f]));
}

const SIMPLIFIED =
  "内政部上月宣布，为首都警察购买了一千二百台摄像机，这些设备来自国外的一家公司。居民说，没有人问过他们。";
const TRADITIONAL =
  "內政部上月宣布，為首都警察購買了一千二百台攝影機，這些設備來自國外的一家公司。居民說，沒有人問過他們。";
const JAPANESE =
  "内務省は先月、首都の警察のために千二百台のカメラを買ったと発表した。機器は外国の会社のものである。";
const KOREAN =
  "내무부는 지난달 수도 경찰을 위해 카메라 천이백 대를 샀다고 발표했다. 장비는 외국의 한 회사에서 온 것이다.";
const RUSSIAN =
  "Министерство сообщило в прошлом месяце, что для столичной полиции куплено 1200 камер иностранной фирмы.";
const ARABIC = "أعلنت الوزارة في الشهر الماضي أنها اشترت ألفا ومئتي كاميرا لشرطة العاصمة من شركة أجنبية";
const GREEK =
  "Το υπουργείο ανακοίνωσε τον περασμένο μήνα ότι αγόρασε κάμερες για την αστυνομία της πρωτεύουσας";

const CASES: readonly [charset: string, text: string][] = [
  ["gb18030", SIMPLIFIED],
  ["big5", TRADITIONAL],
  ["shift_jis", JAPANESE],
  ["euc-jp", JAPANESE],
  ["euc-kr", KOREAN],
  ["windows-1251", RUSSIAN],
  ["koi8-r", RUSSIAN],
  ["iso-8859-5", RUSSIAN],
  ["ibm866", RUSSIAN],
  ["windows-1256", ARABIC],
  ["windows-1253", GREEK],
];

test.each(CASES)(
  "a text in %s that declares nothing is read by its letters, and that is said",
  (charset, text) => {
    const bytes = encoded(text, charset);
    const read = decodeBytes(bytes);
    expect([read.charset, read.text]).toEqual([charset, new TextDecoder(charset).decode(bytes)]);
    expect(read.warnings[0]).toContain(`it was read as ${charset}`);
  },
);

test.each([
  "Près de 900 sessions ont été données à la police, d'après l'institut, à côté du café où l'été fut très chaud.",
  "Für die Polizei wurden 900 Kurse gezählt, über die später in größeren Städten gestritten wurde.",
  "Según el informe, más de 900 cursos fueron dados a la policía en América. ¿Qué pasó después? «Nada», dijo.",
  "“Nearly 900”—so it says—“or more”…",
])("Western text stays Western: %s", text => {
  const bytes = encoded(text, "windows-1252");
  expect(guessCharset(bytes)).toBe("");
  expect(decodeBytes(bytes)).toMatchObject({ charset: "windows-1252", text });
});

test("a declared charset is believed before any guess, and a few broken bytes do not make UTF-8 another one", () => {
  const bytes = encoded(RUSSIAN, "windows-1251");
  expect(decodeBytes(bytes, "windows-1252").charset).toBe("windows-1252");
  const utf8 = new TextEncoder().encode(SIMPLIFIED);
  utf8[4] = 0xff;
  expect(decodeBytes(utf8).charset).toBe("utf-8");
});

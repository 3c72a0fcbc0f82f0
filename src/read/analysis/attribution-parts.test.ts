import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const speakers = (text: string, language: string) =>
  readClaims(testDocument(text, language, "2025-11-13"), lexicon)
    .filter(({ value }) => value !== null)
    .map(({ value, attribution }) => [value, attribution?.to ?? ""]);

test("behind a semicolon whoever is named there speaks", () => {
  expect(
    speakers("Huawei says its systems run in 100 countries; researchers at CSIS counted 52 countries.", "en"),
  ).toEqual([
    [100, "Huawei"],
    [52, expect.stringContaining("CSIS")],
  ]);
  expect(
    speakers(
      "Huawei asegura que sus sistemas funcionan en 100 países; investigadores independientes contaron 52 países.",
      "es",
    )[1],
  ).toEqual([52, "investigadores independientes"]);
});

test("a part that names nobody, or points back, goes on with whoever spoke before", () => {
  expect(
    speakers("Huawei says its systems run in 100 countries; they watch 700 cities.", "en").map(
      ([, to]) => to,
    ),
  ).toEqual(["Huawei", "Huawei"]);
  const [first, second] = speakers(
    "部长宣布，未来将培训约3000名外国警察；他说，过去一年已经培训了2700名警察。",
    "zh",
  );
  expect(second![1]).toBe(first![1]);
});

test("a semicolon inside a quotation parts nobody's words", () => {
  const [, to] = speakers(
    "The minister said: “We trained 2,700 officers; China will train 3,000 officers.”",
    "en",
  ).at(-1)!;
  expect(to).toContain("minister");
});

test("behind a comma and a word for but, whoever is named at once speaks", () => {
  expect(
    speakers("该部发言人否认摄像头具备识别功能，但“股份基金会”称，至少有8000个摄像头已列入采购计划。", "zh"),
  ).toEqual([[8000, "“股份基金会”"]]);
  expect(
    speakers("Huawei says its systems run in 100 countries, but CSIS says they run in 52 countries.", "en"),
  ).toEqual([
    [100, "Huawei"],
    [52, "CSIS"],
  ]);
});

test("a name between marks that speaks is no quotation", () => {
  const claims = readClaims(
    testDocument("该部否认此事，但“股份基金会”称，至少有8000个摄像头已列入采购计划。", "zh", "2021-06-03"),
    lexicon,
  );
  expect(claims.map(({ kind }) => kind)).not.toContain("quote");
});

test.each([
  [
    "es",
    "La empresa Huawei niega que el sistema espíe a opositores, aunque ex funcionarios afirman que las imágenes llegaban a la policía de Ecuador.",
    ["La empresa Huawei", "ex funcionarios"],
  ],
  [
    "pt",
    "A empresa Huawei nega que o sistema espione opositores, enquanto ativistas afirmam que as imagens chegavam à polícia do Equador.",
    ["A empresa Huawei", "ativistas"],
  ],
  [
    "en",
    "The company Huawei denies that the system spies on opponents, although former officials say that the police of Ecuador saw all of its pictures.",
    ["The company Huawei", "former officials"],
  ],
])(
  "in %s, behind an although whoever is named there speaks, and not the one before: %s",
  (language, text, to) => {
    const claims = readClaims(testDocument(text, language), lexicon);
    expect(claims.map(({ attribution }) => attribution?.to)).toEqual(to);
  },
);

test("what stands before an although is not told by whoever speaks behind it", () => {
  const [claim] = readClaims(
    testDocument(
      "El sistema funciona en Quito, aunque ex funcionarios afirman que espía a opositores.",
      "es",
    ),
    lexicon,
  );
  expect(claim!.attribution).toBeNull();
});

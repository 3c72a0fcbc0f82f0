import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** Verdict and first reason of the claim that has the words. */
async function found(text: string, words: string): Promise<string> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const finding = claims.find(claim => claim.text.includes(words))?.finding;
  return `${finding?.verdict} ${finding?.reasons[0]?.code}`;
}

type Row = readonly [text: string, words: string, expected: string];

describe("a negation that denies nothing", () => {
  it.each<Row>([
    ["En 2023, l'EIU ne comptait que 59 régimes autoritaires.", "59 régimes", "supported inside"],
    ["En 2023, l'EIU ne comptait que 79 régimes autoritaires.", "79 régimes", "contradicted outside"],
    [
      "Pangea et personne d'autre a obtenu en 2022 le marché congolais de l'identification biométrique, soit 70 millions de dollars.",
      "70 millions",
      "supported inside",
    ],
  ])("is not read the other way round: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

describe("measures in the words that each language has for them", () => {
  it.each<Row>([
    ["En 2021 la EIU contó 21 democracias plenas.", "21 democracias", "supported inside"],
    ["En 2021, l'EIU dénombrait trente et une démocraties pleines.", "démocraties", "contradicted outside"],
    ["Em 2021 a EIU contava 31 democracias plenas.", "31 democracias", "contradicted outside"],
    [
      "Un 82 % de los regímenes híbridos ha enviado agentes a formarse en China.",
      "82 %",
      "contradicted outside",
    ],
    [
      "Segundo a Privacy International, a Hacking Team tinha clientes em ao menos 95 países.",
      "95",
      "contradicted outside",
    ],
  ])("are those of the book: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });
});

it("a number that opens a sentence is no short name of a month", async () => {
  const text = "Dez guardas costeiros de Timor-Leste foram treinados em Guangzhou em outubro de 2017.";
  expect(await found(text, "Dez")).toBe("unverifiable self-interested-only");
});

describe("a subject that stands behind its verb", () => {
  it.each<Row>([
    ["Lo compró Etiopía a la italiana Hacking Team en 2015.", "Etiopía", "supported record-shows"],
    [
      "El programa Remote Control System lo compró Etiopía a la israelí NSO Group.",
      "Etiopía",
      "contradicted other-maker",
    ],
  ])("takes, and the adjective of a firm is no taker: %s", async (text, words, expected) => {
    expect(await found(text, words)).toBe(expected);
  });

  it("gives", async () => {
    const text = "El sistema de videovigilancia de Mongomo, en Guinea Ecuatorial, se lo regaló China.";
    expect(await found(text, "China")).not.toContain("supported");
  });
});

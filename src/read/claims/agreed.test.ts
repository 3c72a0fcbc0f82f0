import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const read = (text: string, language = "en") => readClaims(testDocument(text, language), lexicon);

test("what goes with an act or plan is a statement about both, and no cause", () => {
  const [claim] = read("The offer aligns with Japan's 2016 Free Ocean Initiative.");
  expect(claim).toMatchObject({
    form: "statement",
    roles: { aligned: ["The offer"], "aligned-with": ["Free Ocean Initiative"] },
    period: [null, null],
  });
});

test("a duty is no plan of whoever has it", () => {
  expect(read("Members are expected to support China's claims in the region.")[0]).toMatchObject({
    form: "statement",
    status: "",
  });
});

test("a modal without its verb, and the month of May, guess nothing", () => {
  expect(
    read("China sells cameras. They lend the rest and let buyers treat it as they will.")[1],
  ).toMatchObject({
    form: "statement",
    status: "",
    places: ["CHN"],
  });
  expect(read("A second police course followed in May.")[0]).toMatchObject({ form: "statement" });
});

test("two negations that cancel out deny nothing", () => {
  expect(read("France is not shy about asking for support.")[0]).toMatchObject({ polarity: "positive" });
});

test.each([
  ["en", "The yearly number of courses rose from 12 in 2009 to 40 in 2015."],
  ["es", "El número de cámaras subió de 120 en 2009 a 400 en 2015."],
  ["ru", "Число камер выросло с 120 в 2009 году до 400 в 2015 году."],
])("what changes belongs to the claim of the change: %s", (language, text) => {
  expect(read(text, language)[0]!.text).toBe(text.slice(0, -1));
});

test("agreements that are counted are a number and no act", () => {
  expect(read("Dahua signed 14 safe city agreements by 2018.").map(({ form }) => form)).toEqual(["number"]);
});

test("a topic named with the verb of a sale is no training", () => {
  const [claim] = read("Chinese companies supply surveillance technology to 30 countries.");
  expect(claim!.roles).not.toHaveProperty("provider");
  expect(claim!.roles["vendor-country"]).toEqual(["CHN"]);
});

test("each share of a list has the classes of its own part", () => {
  const claims = read("Some 20% were flawed democracies and 60% were authoritarian states.");
  expect(claims.map(({ value, roles }) => [value, roles["regime"]])).toEqual([
    [20, ["flawed-democracy"]],
    [60, ["authoritarian"]],
  ]);
});

test("what is denied of one number is not denied of another with its own verb", () => {
  const claims = read("Scores of cameras were stolen and 90 cameras had no power.");
  expect(claims.map(({ polarity }) => polarity)).toEqual(["positive", "negative"]);
});

test("a share of them is of the things that were counted before", () => {
  const claims = read("Togo has 400 police cameras. A quarter of them are new.");
  expect(claims[1]).toMatchObject({ value: 25, population: "police cameras" });
});

test("who stands behind a colon tells nothing of what it announces", () => {
  const [first] = read("Ghana will get police training: a Turkish firm said it would teach 40 officers.");
  expect(first!.attribution).toBeNull();
});

test("the effect of a cause is told in its words where it rises or falls", () => {
  const claim = read("Sales in Canada fell sharply after the ban of May 2019.").find(
    ({ form }) => form === "cause",
  );
  expect(claim?.roles["effect"]).toEqual(["Sales in Canada fell sharply"]);
});

test("research without a name is who tells, and whom it was told to passes it on", () => {
  expect(read("Selon une étude, Dahua a installé 90 caméras au Togo.", "fr")[0]!.attribution?.to).toBe(
    "une étude",
  );
  expect(
    read("O governo não comprou câmaras à Dahua, disse o ministro à Lusa.", "pt")[0]!.attribution,
  ).toMatchObject({ to: "o ministro", chain: [{ role: "reteller", to: "Lusa" }] });
});

test("whoever stands before an apposition tells what stands behind the verb of saying", () => {
  const [claim] = read("Acme Group, a maker of cameras in Togo, says it sells only to chosen governments.");
  expect(claim!.attribution?.to).toBe("Acme Group");
});

import { expect, test } from "vitest";
import { loadCodebook } from "./load.ts";

const HEAD = `codebook: {id: small, title: Small, version: "1"}
series:
  score: {label: Score, maker: Nobody, unit: points, terms: Free.}
kind:
  id: source
  label: Source
  plural: Sources
  description: Something published.
  name: "{title}"
  sentence: "{title} came out."
  identify: [title]
  cited: true
  fields: {title: {type: text, required: true, label: Title, description: Its title.}}
`;
const STUDY = `studies:
  one:
    label: One
    question: Does it move?
    panel:
      from: 2000
      to: 2010
      series: {score: {label: Score, series: score}}
      treatments: {deal: {label: Deal, sql: SELECT 1}}
    staggered: {main: {label: Main, outcome: score, treatment: deal}}
    shows: [Whether.]
    cannot: [Why.]
`;
const load = (study: string) =>
  loadCodebook(
    new Map([
      ["a.yaml", HEAD],
      ["b.yaml", study],
    ]),
  );

test("a study is read with its defaults", () => {
  const study = load(STUDY).studies.get("one")!;
  expect(study).toMatchObject({ id: "one", wanted: [], tables: {} });
  expect(study.staggered["main"]).toMatchObject({ controls: "notyet", window: [-8, 8], covariates: [] });
  expect(study.panel.treatments["deal"]!.undated).toBe("exclude");
});

test.each([
  ["    cannot: [Why.]\n", "", /cannot/],
  ["series: score}}", "series: other}}", /no series "other"/],
  ["outcome: score", "outcome: nothing", /nothing is no series column/],
  ["treatment: deal", "treatment: nothing", /nothing is no treatment/],
  ["to: 2010", "to: 1999", /must be later than 2000/],
  ["{score: {label", "{year: {label", /year is a column of every panel/],
  ["{deal: {label", "{score: {label", /series column already/],
  ["series: score}}", "series: score, at: 2005}}", /cannot be fixed at one year/],
])("%s as %s is refused with its line", (from, to, message) => {
  expect(() => load(STUDY.replace(from, to))).toThrowError(message);
  expect(() => load(STUDY.replace(from, to))).toThrowError(/b\.yaml:\d+/);
});

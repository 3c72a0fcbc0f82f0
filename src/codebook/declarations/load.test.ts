import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { UserError } from "../errors.ts";
import { loadCodebook } from "./load.ts";

const read = (name: string) =>
  readFileSync(new URL(`../../../cases/facts/base/${name}`, import.meta.url), "utf8");
const names = ["codebook.yaml", "codebook-kinds.yaml", "codebook-source.yaml"];
const files = () => new Map(names.map(name => [name, read(name)]));

/** Problems of a codebook, as `file:line code column`. */
function problemsOf(change: (files: Map<string, string>) => void): string[] {
  const changed = files();
  change(changed);
  try {
    loadCodebook(changed);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.problems.map(({ file, line, code, column }) => `${file}:${line} ${code} ${column ?? ""}`);
  }
}

const replace = (name: string, from: string, to: string) => (all: Map<string, string>) => {
  const text = all.get(name)!;
  expect(text).toContain(from);
  all.set(name, text.replace(from, to));
};

test("a codebook is the sections of all its files together", () => {
  const codebook = loadCodebook(files());
  expect([...codebook.kinds.keys()]).toEqual(["guild", "source", "festival"]);
  expect(codebook.title).toEqual({ en: "Lantern festivals" });
  const lanterns = codebook.kinds.get("festival")!.fields.find(field => field.id === "lanterns")!;
  expect(lanterns).toMatchObject({ type: "quantity", unit: "lantern", many: false, required: false });
  expect(codebook.measures.get("lanterns-lit")!.phrases).toEqual({ en: ["lanterns lit"] });
  expect(codebook.series.get("lamp-oil")!.classes.map(each => each.code)).toEqual(["dim", "bright"]);
});

test("a field counts a measure that is declared, and only a number can", () => {
  const counting = (measure: string) =>
    replace("codebook.yaml", "unit: lantern", `unit: lantern\n      measure: ${measure}`);
  const codebook = files();
  counting("lanterns-lit")(codebook);
  const lanterns = loadCodebook(codebook)
    .kinds.get("festival")!
    .fields.find(({ id }) => id === "lanterns")!;
  expect(lanterns.measure).toBe("lanterns-lit");
  expect(problemsOf(counting("lanterns-lost")).join()).toContain("unknown");
});

test("a language file adds its phrases to measures, classes and groups", () => {
  const language = `language:
  code: fr
  measures: {lanterns-lit: [lanternes allumées]}
  series: {lamp-oil: {dim: [faible]}}
  phrases: {"styles.sky": [lanterne céleste]}`;
  const codebook = loadCodebook(files().set("fr.yaml", language));
  expect(codebook.measures.get("lanterns-lit")!.phrases).toEqual({
    en: ["lanterns lit"],
    fr: ["lanternes allumées"],
  });
  expect(codebook.series.get("lamp-oil")!.classes[0]!.phrases).toEqual({ en: ["dim"], fr: ["faible"] });
  expect(codebook.phrases["styles.sky"]).toEqual({ fr: ["lanterne céleste"] });
});

test("heads of columns name a field of a kind", () => {
  const columns = (group: string) => files().set("columns.yaml", `phrases:\n  ${group}:\n    en: [lanterns]`);
  expect(loadCodebook(columns("column-festival.lanterns")).phrases["column-festival.lanterns"]).toEqual({
    en: ["lanterns"],
  });
  for (const wrong of ["column-festival.candles", "column-parade.lanterns"])
    expect(() => loadCodebook(columns(wrong))).toThrow(/candles|parade/);
});

test("a syntax error names its line", () => {
  expect(problemsOf(all => all.set("bad.yaml", "measures:\n  a: [1,\n"))).toEqual([
    expect.stringMatching(/^bad\.yaml:\d yaml/),
  ]);
});

test("an unknown key and a wrong type are reported together, each with its line", () => {
  expect(
    problemsOf(all => {
      replace("codebook.yaml", "  when: date", "  whenn: date")(all);
      replace("codebook.yaml", "type: money", "type: cash")(all);
    }),
  ).toEqual(["codebook.yaml:11 unknown-key kind.whenn", "codebook.yaml:26 bad-value kind.fields.cost.type"]);
});

test("kinds come in the order that the head names, and an unknown one is an error with its line", () => {
  const order = (kinds: string) =>
    replace("codebook.yaml", `version: "1"`, `version: "1", kinds: [${kinds}]`);
  const all = files();
  const usual = [...loadCodebook(all).kinds.keys()];
  order(usual.at(-1)!)(all);
  expect([...loadCodebook(all).kinds.keys()]).toEqual([usual.at(-1), ...usual.slice(0, -1)]);
  expect(problemsOf(order("nothing"))).toEqual([
    expect.stringMatching(/^codebook\.yaml:\d+ unknown-reference codebook\.kinds$/),
  ]);
});

test("references that lead nowhere are found", () => {
  expect(problemsOf(replace("codebook.yaml", "list: styles", "list: stiles"))).toEqual([
    "codebook.yaml:19 unknown-reference kind.fields.style",
  ]);
  expect(problemsOf(replace("codebook.yaml", "of: guild", "of: gild"))).toEqual([
    "codebook.yaml:28 unknown-reference kind.fields.host",
  ]);
  expect(problemsOf(replace("codebook.yaml", "identify: [country", "identify: [land"))).toEqual([
    "codebook.yaml:10 unknown-reference kind.identify",
  ]);
});

test("a kind that two files declare is a problem of the second", () => {
  expect(problemsOf(all => all.set("twin.yaml", all.get("codebook-kinds.yaml")!))).toEqual([
    "twin.yaml:1 duplicate-id kind",
  ]);
});

test("exactly one kind is the cited one", () => {
  expect(problemsOf(replace("codebook-source.yaml", "cited: true", "cited: false"))).toEqual([
    "codebook.yaml:2 cited codebook",
  ]);
});

test("a codebook without files says that its head is missing", () => {
  expect(problemsOf(all => all.clear())).toEqual(["codebook:undefined missing-section "]);
});

test("a damaged codebook is loaded or refused with problems, and nothing else happens", () => {
  const whole = [...files()];
  const cut = fc.record({
    file: fc.nat({ max: whole.length - 1 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat({ max: 12 }),
    put: fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom("\n", "  ", ":", "{", "*a", "&a", "- ", "!!js", "null"),
    ),
  });
  fc.assert(
    fc.property(fc.array(cut, { minLength: 1, maxLength: 3 }), cuts => {
      const damaged = new Map(whole);
      for (const { file, at, length, put } of cuts) {
        const [name] = whole[file]!;
        const text = damaged.get(name)!;
        const start = Math.floor(at * text.length);
        damaged.set(name, text.slice(0, start) + put + text.slice(start + length));
      }
      try {
        expect(loadCodebook(damaged).kinds.size).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        for (const problem of error.problems) expect(problem.message).not.toBe("");
      }
    }),
    { seed: 9, numRuns: 300 },
  );
});

test("aliases that would grow without end are refused", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${"*a,".repeat(9)}]\nc: &c [${"*b,".repeat(9)}]\nd: [${"*c,".repeat(9)}]\n`;
  expect(problemsOf(all => all.set("bomb.yaml", bomb))).toEqual([expect.stringContaining("bomb.yaml")]);
});

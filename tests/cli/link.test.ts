import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sandbox } from "./run.ts";

const box = sandbox();
afterAll(box.remove);

const [A, B, D] = ["us-ilea-ss-arson-border", "us-ilea-ss-border", "us-ilea-ss-postblast"] as const;
const decide = async (judgement: "same" | "different", a: string, b: string) =>
  (await box.run("link", "training", `--${judgement}`, `${a},${b}`, "--by", "Ana", "--reason", "read")).out;

test("records are joined and parted by decisions, and one that sets another aside says which", async () => {
  expect(await decide("same", A, B)).toBe(`${A} and ${B} are event ${A}\n`);
  expect(await decide("same", B, D)).toBe(`${B} and ${D} are event ${A}\n`);
  const parted = await decide("different", A, D);
  expect(parted).toContain(`${A} and ${D} are different\n`);
  expect(parted).toMatch(/not carried out: entry \d+ \(us-ilea-ss-\S+ and us-ilea-ss-\S+ the same\) against/);
  expect(await decide("same", A, D)).toBe(`${A} and ${D} are event ${A}\n`);
});

test("of a pair the record that is not there is named", async () => {
  const { code, err } = await box.run("link", "training", "--explain", `${A},nowhere`);
  expect([code, err]).toEqual([2, expect.stringContaining('there is no training "nowhere"')]);
});

test("a sheet holds no score, and filled in it measures the rule; where nothing is joined there is no precision", async () => {
  const drawn = await box.run("link", "policy", "--sample", "5000", "--out", "sheet.csv", "--json");
  const { sheet: told } = JSON.parse(drawn.out);
  expect(told.pairs).toBeLessThan(5000);
  expect(told.pairs).toBe(told.possible);
  expect(drawn.err).toContain(`custodes: ${told.fewer}`);
  const sheet = readFileSync(join(box.folder, "sheet.csv"), "utf8").trimEnd().split(/\r?\n/);
  expect(sheet[0]).toMatch(/^a,b,.*,same$/);
  expect(sheet[0]).not.toMatch(/probability|weight|score/);
  const judged = sheet.map((line, at) => (at === 0 ? line : `${line}0`)).join("\n");
  writeFileSync(join(box.folder, "judged.csv"), judged);
  const { code, out } = await box.run("link", "policy", "--labels", "judged.csv");
  expect(code).toBe(0);
  expect(out).toMatch(/^precision +- +nothing is joined$/m);
  expect(out).toMatch(/^B-cubed recall +1\.000/m);
});

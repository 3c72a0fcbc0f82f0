import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { sandbox } from "./run.ts";

const box = sandbox();
afterAll(box.remove);

const FORMULA = "electoral ~ i(regime, trained) | country + year";
const STUDY = ["--study", "democracy-after-police-training"];

test("a model on the panel of a shipped study is kept, found current, and explained down to its sources", async () => {
  const kept = await box.run(
    "estimate",
    FORMULA,
    ...STUDY,
    "--vcov",
    "cluster:country",
    "--keep",
    "--panel-csv",
    "p.csv",
    "--svg",
    "c.svg",
  );
  expect(kept.err).toMatch(/kept as entry \d+, panel [0-9a-f]{16}/);
  expect(kept.out).toContain("Left out of the panel:");
  expect(kept.out).toContain("regime::autocracy:trained");
  const seq = /entry (\d+)/.exec(kept.err)![1]!;
  expect(readFileSync(join(box.folder, "p.csv"), "utf8")).toContain("trained_records");
  expect(readFileSync(join(box.folder, "c.svg"), "utf8")).toMatch(/^<svg xmlns/);

  const stale = await box.run("estimate", "--stale");
  expect([stale.code, stale.out]).toEqual([0, expect.stringContaining("current")]);

  const coef = "OLS/regime::autocracy:trained";
  const walk = await box.run("estimate", "--explain", seq, "--coef", coef, "--json");
  const { observations, countries } = JSON.parse(walk.out);
  const sum = observations.reduce(
    (total: number, one: { weight: number; outcome: number }) => total + one.weight * one.outcome,
    0,
  );
  const entry = await box.run("query", "--json", "SELECT data FROM entries WHERE act = 'estimate'");
  const { coefficients } = JSON.parse(JSON.parse(entry.out).rows[0].data);
  expect(sum).toBeCloseTo(coefficients.find(({ name }: { name: string }) => name === coef).estimate, 6);
  expect(countries[0].records[0].sources[0].id).not.toBe("");
  expect((await box.run("verify")).code).toBe(0);
}, 60_000);

test("what cannot be meant is said with what can", async () => {
  const wrong = async (...words: string[]) => (await box.run("estimate", ...words)).err;
  expect(await wrong("--study", "nothing")).toContain("who-is-trained-and-supplied");
  expect(await wrong("y ~ x")).toContain("--data FILE, or --study ID");
  expect(await wrong("--explain", "democracy-after-police-training", "--coef", "x")).toContain(
    "electoral/ATT",
  );
  expect(await wrong("y ~ x", "--data", "a.csv", "--stale")).toContain("cannot both");
}, 60_000);

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { archiveFormat } from "../archive/archive.ts";
import { byteSource } from "../archive/source.ts";
import { readDocument } from "../document.ts";
import { KINDS, NAMES, SEEDS } from "./testing/fuzz.ts";
import { fuzzOne } from "./testing/fuzz-run.ts";

/** 2,000 in all, of every kind; `npm run fuzz` does many more. */
const EACH = 200;

test.each(KINDS.filter(kind => kind !== "pdf"))(
  "%s: damaged inputs are read or refused with a reason, and spans and origins lie in the text",
  async kind => {
    const outcomes = { read: 0, "partly-read": 0, refused: 0 };
    for (let seed = 0; seed < EACH; seed++) outcomes[await fuzzOne(kind, seed)]++;
    expect(outcomes.read + outcomes["partly-read"] + outcomes.refused).toBe(EACH);
    // Damage that refuses everything, or nothing ever, would test nothing.
    expect(outcomes.read + outcomes["partly-read"]).toBeGreaterThan(EACH / 20);
  },
);

/** In a process of its own: pdf.js leaves promises behind that fail where nobody waits, which is no fault of a test. */
test("pdf: damaged inputs are read or refused with a reason, and spans and origins lie in the text", () => {
  const script = fileURLToPath(new URL("../../../scripts/fuzz.mjs", import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [script, String(EACH), "0", "pdf"], {
    encoding: "utf8",
  });
  expect(stdout).toMatch(
    new RegExp(`^pdf: ${EACH} inputs, [1-9]\\d+ read, [1-9]\\d* in part, [1-9]\\d* refused, 0 failed`),
  );
  expect(status).toBe(0);
});

test("the documents that are damaged are whole before", async () => {
  for (const kind of KINDS) {
    const data = SEEDS[kind](whole => whole);
    if (await archiveFormat(byteSource(data))) continue;
    expect(
      (await readDocument(data, { name: NAMES[kind], isolate: false })).characters,
      kind,
    ).toBeGreaterThan(10);
  }
});

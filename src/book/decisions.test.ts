import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decision, decisionOf, replayDecisions } from "./decisions.ts";

const decisions = (...lines: string[]): Decision[] =>
  lines.map((line, at) => {
    const [a, judgement, b] = line.split(" ");
    return {
      seq: at + 1,
      by: "ana",
      judgement: judgement === "=" ? "same" : "different",
      kind: "training",
      records: [a!, b!],
      at: "",
      reason: "",
      rule: null,
    };
  });

const shown = (...lines: string[]) => {
  const { events, redirects, conflicts } = replayDecisions(decisions(...lines));
  return {
    events: events.map(({ id, records }) => `${id}: ${records.join(" ")}`),
    redirects: [...redirects].map(([from, to]) => `${from} -> ${to}`),
    conflicts: conflicts.map(({ decision, against }) => `${decision.seq} against ${against.seq}`),
  };
};

test("an event keeps its id when records join it later, also one that sorts before it", () => {
  expect(shown("m = n")).toEqual({ events: ["m: m n"], redirects: ["n -> m"], conflicts: [] });
  expect(shown("m = n", "a = n").events).toEqual(["m: a m n"]);
  expect(shown("m = n", "a = n").redirects).toEqual(["a -> m", "n -> m"]);
});

test("when two events become one the older id stays, and the other redirects", () => {
  const { events, redirects } = shown("x = y", "a = b", "y = b");
  expect([events, redirects.includes("a -> x")]).toEqual([["x: a b x y"], true]);
});

test("different splits an event, and what had redirected has its id back", () => {
  expect(shown("a = b", "a ! b")).toEqual({ events: [], redirects: [], conflicts: [] });
  const { events, redirects } = shown("a = b", "c = d", "b = c", "b ! c");
  expect([events, redirects]).toEqual([
    ["a: a b", "c: c d"],
    ["b -> a", "d -> c"],
  ]);
});

test("different goes before likeness through a third record, and both conflicts are told", () => {
  expect(shown("a = b", "b = c", "a ! c")).toEqual({
    events: ["a: a b"],
    redirects: ["b -> a"],
    conflicts: ["2 against 3"],
  });
  expect(shown("a ! c", "a = b", "b = c").conflicts).toEqual(["3 against 1"]);
});

test("a split leaves a newer link to a third record alone, where it holds nobody together that must be apart", () => {
  expect(shown("a = b", "b = c", "c = e", "a ! c")).toMatchObject({
    events: ["a: a b", expect.stringMatching(/: c e$/)],
    conflicts: ["2 against 4"],
  });
});

test("of two judgements on one pair the later counts", () => {
  expect(shown("a ! b", "a = b")).toEqual({ events: ["a: a b"], redirects: ["b -> a"], conflicts: [] });
});

test("no two records whose last judgement is different are ever in one event, whatever the journal says", () => {
  const record = fc.constantFrom("a", "b", "c", "d", "e");
  const line = fc
    .tuple(record, fc.constantFrom("=", "!"), record)
    .filter(([a, , b]) => a !== b)
    .map(([a, sign, b]) => `${a} ${sign} ${b}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), lines => {
      const list = decisions(...lines);
      const { events, of, redirects, conflicts } = replayDecisions(list);
      const refused = new Set(conflicts.map(({ decision }) => decision));
      const last = new Map<string, Decision>();
      for (const one of list) if (!refused.has(one)) last.set([...one.records].sort().join(), one);
      for (const { judgement, records } of last.values())
        if (judgement === "different") {
          const [first, second] = records.map(id => of.get(id));
          expect(first === undefined || first !== second).toBe(true);
        }
      for (const { id, records } of events) {
        expect(records).toContain(id);
        expect(redirects.has(id)).toBe(false);
      }
      expect(replayDecisions(list)).toEqual({ events, of, redirects, conflicts });
    }),
    { seed: 2004, numRuns: 500 },
  );
});

test("entries that hold no decision about linkage are passed over", () => {
  const entry = (act: string, data: unknown) =>
    decisionOf({
      seq: 7,
      at: "",
      by: "ana",
      act,
      data,
      objects: [],
      salt: null,
      digest: "",
      prev: "",
      hash: "",
    });
  expect(entry("decide", { judgement: "same", kind: "training", records: ["a", "b"] })).toMatchObject({
    seq: 7,
  });
  for (const data of [
    null,
    "same",
    { judgement: "same" },
    { judgement: "maybe", kind: "k", records: ["a", "b"] },
  ])
    expect(entry("decide", data)).toBeNull();
  expect(entry("decide", { judgement: "same", kind: "k", records: ["a", 2] })).toBeNull();
  expect(entry("state", { judgement: "same", kind: "k", records: ["a", "b"] })).toBeNull();
});

test("whatever is decided later, an id that an event ever had leads to an event that holds the record it was named for", () => {
  const record = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const line = fc
    .tuple(record, fc.constantFrom("=", "=", "!"), record)
    .filter(([a, , b]) => a !== b)
    .map(([a, sign, b]) => `${a} ${sign} ${b}`);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), line, (lines, next) => {
      const before = replayDecisions(decisions(...lines));
      const after = replayDecisions(decisions(...lines, next));
      const joins = next.includes("=");
      for (const { id, records } of before.events) {
        const now = after.of.get(id) ?? id;
        const members = after.events.find(event => event.id === now)?.records ?? [now];
        expect(members).toContain(id);
        // A later record joins without changing an id; of two events that become one, the one named first keeps its own.
        if (joins) for (const one of records) expect(after.of.get(one)).toBe(now);
      }
      if (joins) {
        const ids = new Set(before.events.map(({ id }) => id));
        const lost = [...ids].filter(id => after.of.get(id) !== id);
        expect(lost.length).toBeLessThanOrEqual(1);
      }
    }),
    { seed: 1969, numRuns: 500 },
  );
});

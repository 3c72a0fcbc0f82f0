import { afterAll, beforeAll, expect, it } from "vitest";
import { toRecord } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";
import { recordsOn } from "./of-states.ts";
import { answerable } from "./record-fit.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook({ change: () => null });
});
afterAll(() => shipped.remove());

it("leaves of many records those of the states that take, in their order, and all where none is named", () => {
  const { codebook } = shipped.book;
  const kind = codebook.kinds.get("training")!;
  const rows: readonly RecordRow[] = [
    { id: "a", provider: "CHN", recipients: ["KEN", "GHA"] },
    { id: "b", provider: "USA", recipients: ["GHA"] },
    { id: "c", provider: "CHN", recipients: ["LAO"] },
    { id: "d", provider: "KEN", recipients: ["LAO"] },
  ].map(row => toRecord(row, kind));
  const idsOn = (roles: Record<string, readonly string[]>) => {
    const fitting = answerable({ codebook }, roles)!;
    return recordsOn(roles, fitting, { records: new Map([["training", rows]]) }).map(({ id }) => id);
  };
  expect(idsOn({ provider: ["CHN"], recipient: ["GHA"] })).toEqual(["a", "b"]);
  // A state that gives is named too: what such a record says of towns is heard.
  expect(idsOn({ provider: ["CHN"], recipient: ["KEN"] })).toEqual(["a", "d"]);
  expect(idsOn({ provider: ["CHN"], recipient: ["LAO", "GHA"] })).toEqual(["a", "b", "c", "d"]);
  expect(idsOn({ provider: ["CHN"], recipient: ["FRA"] })).toEqual([]);
  expect(idsOn({ provider: ["CHN"], topic: ["riot-control"] })).toEqual(["a", "b", "c", "d"]);
});

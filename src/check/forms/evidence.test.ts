import { expect, test } from "vitest";
import type { RecordRow, Shelf, SourceRow } from "../gather/types.ts";
import { recordShown } from "./evidence.ts";

const source = (id: string, publisher: string, title: string, published: string): SourceRow => ({
  id,
  publisher,
  title,
  published,
  authors: [],
  url: "",
  kind: "news",
});

const headline = "How the town of Brno became full of cameras";
const sources = [
  source("copy", "Local Mirror", headline, "2024-03-02"),
  source("wire", "The Agency", headline, "2024-03-01"),
  source("own", "Gazette", "Cameras in Brno: what the council paid for", "2024-02-01"),
];
const shelf = {
  codebook: { lists: new Map() },
  sources: new Map(sources.map(one => [one.id, one])),
  own: new Set<string>(),
} as unknown as Shelf;

const originOf = (...ids: string[]) =>
  recordShown({ id: "r", kind: { id: "deployment" }, label: "", sources: ids } as unknown as RecordRow, {
    shelf,
    language: "en",
    note: { code: "no wording of its own", values: {} } as never,
  }).origin;

test("a page that carries another's story speaks for it: the earlier one is the origin", () => {
  expect(originOf("copy", "wire")).toBe("The Agency");
  expect(originOf("wire", "copy")).toBe("The Agency");
});

test("a page that shares nothing with the others speaks for itself, also when it is the later one", () => {
  expect(originOf("copy", "own")).toBe("Local Mirror");
  expect(originOf("copy")).toBe("Local Mirror");
  expect(originOf()).toBe("");
});

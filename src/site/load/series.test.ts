import { expect, test } from "vitest";
import { sourcesOf } from "./series.ts";

test("a cell that several sources give is cited by each of them", () => {
  const cells = [{ source: "eiu-2010" }, { source: "owid-2025;eiu-2010" }, { source: "" }];
  expect(sourcesOf(cells)).toEqual(["eiu-2010", "owid-2025"]);
});

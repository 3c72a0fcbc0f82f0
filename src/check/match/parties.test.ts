import { expect, it } from "vitest";
import type { EntityRow } from "../gather/types.ts";
import { partiesOf } from "./parties.ts";

const entities = new Map<string, EntityRow>([
  ["zte", { id: "zte", name: "ZTE", kind: "vendor", country: "CHN", parent: "", aliases: [] }],
]);

it("takes the state that is no giver's home for where the thing went", () => {
  const of = (roles: Record<string, string[]>, places: string[]) =>
    partiesOf({ roles, places }, { entities });
  expect(of({ "vendor-country": ["CHN"] }, ["CHN", "PAK"])).toEqual({
    "vendor-country": ["CHN"],
    recipient: ["PAK"],
  });
  expect(of({ vendor: ["zte"], "vendor-country": ["BOL"] }, ["BOL"])).toEqual({
    vendor: ["zte"],
    recipient: ["BOL"],
  });
  expect(of({ vendor: ["zte"], recipient: ["KEN"] }, ["USA"])).toEqual({
    vendor: ["zte"],
    recipient: ["KEN"],
  });
  expect(of({ vendor: ["zte"], "vendor-country": ["CHN"] }, ["CHN"])).toEqual({
    vendor: ["zte"],
    "vendor-country": ["CHN"],
  });
});

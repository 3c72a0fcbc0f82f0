import { expect, it } from "vitest";
import type { Codebook } from "../../codebook/types.ts";
import type { EntityRow } from "../gather/types.ts";
import { claimWith } from "../testing/claims.ts";
import { saidNames } from "./said-names.ts";

const entity = (id: string, name: string, kind: string, aliases: string[] = []): [string, EntityRow] => [
  id,
  { id, name, kind, country: "CHN", parent: "", aliases },
];
const shelf = {
  entities: new Map([
    entity("vega", "Vega", "vendor", ["Starlight"]),
    entity("lyra", "Lyra Systems", "vendor"),
    entity("owl", "Owl", "product"),
  ]),
  codebook: { phrases: { "product-kinds.safe-city": { en: ["safe city"] } } } as unknown as Codebook,
};
const namesIn = (clause: string, vendor: string[] = [], entities: string[] = vendor, language = "en") =>
  saidNames(claimWith({ roles: { vendor, recipient: ["KEN"] }, entities }), clause, {
    language,
    shelf,
    products: new Set(["Starlight"]),
  });

it.each([
  ["Orion sold cameras to Kenya", [["orion"]], []],
  ["Kenya bought cameras from Orion Labs", [["labs", "orion"]], []],
  ["Orion's X20 is used in Kenya", [["orion"]], [["x20"]]],
  ["In Nairobi, Orion built a data centre", [["orion"]], []],
  ["Kenya signed a contract for SkyEye 12", [], [["skyeye"]]],
])("finds givers and things that nobody knows: %s", (clause, givers, things) => {
  const found = namesIn(clause);
  expect(found.givers.map(words => [...words].sort())).toEqual(givers);
  expect(found.things).toEqual(things);
});

it.each([
  ["Officials bought cameras for Kenya"],
  ["Companies have sold safe city systems to Kenya"],
  ["The Ministry of Interior bought a Safe City from Nairobi"],
  ["Further north, cameras were sold to Kenya in May"],
])("takes no place, body, kind of product or common word for a name: %s", clause => {
  expect(namesIn(clause)).toEqual({ givers: [], things: [] });
});

it("knows a product by its own name and by a name of its maker that only a product bears", () => {
  expect(namesIn("Lyra Systems sold Owl to Kenya", ["lyra"], ["lyra", "owl"]).things).toEqual([["owl"]]);
  expect(namesIn("Orion sold Starlight to Kenya", ["vega"])).toEqual({
    givers: [["orion"]],
    things: [["starlight"]],
  });
});

it("leaves sentences of languages alone whose small words it does not know", () => {
  expect(namesIn("Orion vendió cámaras a Kenia", [], [], "es")).toEqual({ givers: [], things: [] });
});

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

it.each([
  ["es", "Orion vendió cámaras a Kenia", [["orion"]]],
  ["es", "Kenia compró cámaras a la empresa Orion", [["orion"]]],
  ["fr", "Des caméras ont été vendues au Kenya par Orion Labs", [["orion", "labs"]]],
  ["pt", "A Orion vendeu câmeras ao Quénia", [["orion"]]],
  ["ru", "Orion продала Кении камеры", [["orion"]]],
  ["ru", "Камеры поставила Кении компания «Орион»", [["орион"]]],
  ["zh", "肯尼亚从Orion采购了摄像头", [["orion"]]],
  ["zh", "奥里恩公司向肯尼亚出售了摄像头", [["奥里恩"]]],
  ["ar", "باعت شركة أوريون كاميرات إلى كينيا", [["اوريون"]]],
])(
  "takes a name that nothing explains for a giver wherever it stands, in %s: %s",
  (language, clause, givers) => {
    expect(namesIn(clause, [], [], language)).toEqual({ givers, things: [] });
  },
);

it.each([
  ["es", "Policías de Kenia recibieron cámaras"],
  ["es", "Según el Ministerio del Interior, una empresa china vendió cámaras a Kenia"],
  ["fr", "Le ministère de l'Intérieur du Kenya a acheté des caméras"],
  ["ru", "Полиция Кении получила камеры от китайской компании"],
  ["zh", "一家中国公司向肯尼亚出售了摄像头"],
  ["ar", "باعت شركة صينية كاميرات إلى كينيا"],
])("takes neither bodies nor places nor firms without a name for one, in %s: %s", (language, clause) => {
  expect(namesIn(clause, [], [], language)).toEqual({ givers: [], things: [] });
});

it("looks for nobody else where a seller of the book is named", () => {
  expect(namesIn("Vega vendió a Kenia el sistema Orion", ["vega"], ["vega"], "es")).toEqual({
    givers: [],
    things: [],
  });
});

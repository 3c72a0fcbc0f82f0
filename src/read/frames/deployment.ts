import type { Frame } from "./types.ts";

/** Who sold, gave, built or runs which system for whom. */
export const deployment: Frame = {
  kind: "deployment",
  subject: "systems",
  giver: "vendor",
  giverCountry: "vendor-country",
  taker: "recipient",
  giverKinds: ["vendor", "company", "product"],
  object: { list: "product-kinds", role: "product-kind" },
  needsObject: true,
  given: "delivered",
  fields: {
    vendor: "vendors",
    "vendor-country": "vendor_country",
    recipient: "recipient",
    "product-kind": "product_kind",
    date: "seen_operating_by",
  },
  words: {
    en: {
      gives:
        "sold|sells|sell|selling|supplied|supplies|supply|supplying|provided|provides|provide|providing|exported|exports|export|installed|installs|install|built|builds|build|delivered|delivers|donated|gave|gifted|handed over|blanketed|equipped|deployed|deploys|set up|shipped|won a contract|signed a contract|has sold|have sold|rolled out|operate in|operates in|operate|operates|is used in|are used in|control|controls|introduced|will supply|will install|will build|agreed to supply|financed",
      takes:
        "bought|buys|buy|purchased|purchases|imported|imports|acquired|acquires|ordered|orders|uses|use|used|received|adopted|installed|was supplied by|were supplied by|supplied by|built by|sold by|made by|provided by|installed by|delivered by|relies on|rely on|runs on|was equipped with|procured",
      tells: "",
      nouns: "supplier|contract|sale|sales|export|exports|shipment|procurement",
      by: "by|from|with",
      to: "to|in|for|across|throughout|at",
      made: "made|built|supplied|designed",
    },
  },
};

import { expect, test } from "vitest";
import type { Field, FieldType, Kind } from "../../codebook/types.ts";
import { doJob, doJobApart } from "./apart.ts";
import type { WideRow } from "./fields.ts";

const field = (id: string, type: FieldType): Field => ({
  id,
  type,
  label: { en: id },
  description: "",
  required: false,
  many: false,
  sensitive: false,
});

const visit: Kind = {
  id: "visit",
  label: { en: "visit" },
  plural: { en: "visits" },
  description: "",
  fields: [field("day", "date"), field("town", "place"), field("host", "text")],
  name: { en: "" },
  sentence: { en: "" },
  identify: ["day", "town", "host"],
  cited: false,
  sourced: true,
};

const rows: WideRow[] = Array.from({ length: 30 }, (_, at) => ({
  id: `v${at}`,
  sources: [`s${at}`],
  day: `20${10 + (at % 15)}`,
  day_start: `20${10 + (at % 15)}-01-01`,
  day_end: `20${10 + (at % 15)}-12-31`,
  town: at % 2 === 0 ? "Nairobi" : "Lima",
  host: `house ${at % 7}`,
}));

test("a thread of its own finds what this thread finds, and what is no record is told as such", async () => {
  const of = { kind: visit, rows, decisions: [] };
  const link = { job: "link", of, options: {} } as const;
  expect(await doJobApart(link)).toEqual(doJob(link));
  const explain = {
    job: "explain",
    of,
    pairs: [
      ["v1", "v16"],
      ["v1", "nothing"],
    ],
  } as const;
  const found = await doJobApart(explain);
  expect(found).toEqual(doJob(explain));
  expect(found).toHaveProperty("[1]", null);
});

import type { CheckedClaim, CheckedDocument, Evidence, Finding, Verdict } from "../../src/check/types.ts";
import type { Citation } from "../../src/site/article/correction.ts";

/** A checked text of our own invention: every verdict, every part of a card, and overlapping claims. */
const PARAGRAPHS = [
  "Who teaches the police of the islands?",
  "A foreign academy has given nearly 900 courses to police forces from 138 countries since 2000, the yearly number rising from 14 in 2010 to 101 by 2019. Two makers now hold 40% of the camera market, and the largest of them says that its city platform runs in over 100 countries.",
  "The price of a free system",
  "Ministers like that nothing is asked in return. According to a weekly magazine, 82% of closed regimes have sent officers. The capital of the largest island received 412 cameras as a gift, and the contract was signed on 3 May 2018. The minister called it “the best present we ever had”.",
  "For a control room that never sleeps, the panels of Example Displays are the first choice of professionals, so order yours today. Will the neighbours follow? Some think so.",
  "Crime fell because the cameras were switched on. In 2021 four countries had such a system.",
];
const text = PARAGRAPHS.join("\n");

interface Draft {
  readonly words: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly claim?: Partial<CheckedClaim>;
  readonly finding?: Partial<Finding>;
}

const evidence = (fields: Partial<Evidence>): Evidence => ({
  record: "fig-1",
  kind: "figure",
  label: "Police training, courses given",
  value: null,
  low: null,
  high: null,
  unit: "course",
  qualifier: "exact",
  period: "2000 to 2025",
  source: "institute-2025",
  sources: ["institute-2025"],
  origin: "Institute for Peace",
  class: "independent",
  note: "",
  ...fields,
});

const DRAFTS: readonly Draft[] = [
  {
    words: "nearly 900 courses to police forces",
    verdict: "supported",
    reason: "893 counted by the Institute for Peace lies within 855 to 900, what “nearly 900” claims.",
    claim: {
      kind: "quantity",
      value: 900,
      qualifier: "nearly",
      unit: "course",
      measure: "training-sessions",
    },
    finding: {
      claimed: [855, 900],
      band: 90,
      for: [
        evidence({ value: 893 }),
        evidence({
          record: "fig-2",
          value: 880,
          origin: "University survey",
          source: "survey-2024",
          sources: ["survey-2024"],
        }),
      ],
      related: [
        evidence({
          record: "fig-3",
          value: 138,
          period: "2019",
          note: "A single year, not the total since 2000.",
        }),
      ],
      indicator: {
        id: "training-sessions",
        value: 211,
        low: 211,
        high: null,
        as_of: "12:9f8e7d6c5b4a",
        query: "select count(*) from training where provider = 'CHN'",
      },
    },
  },
  {
    words: "138 countries",
    verdict: "imprecise",
    reason: "The institute wrote “at least 138”; the text dropped the bound.",
    claim: { kind: "quantity", value: 138, unit: "country" },
    finding: {
      claimed: [137.5, 138.5],
      band: 14,
      against: [evidence({ value: 138, qualifier: "at-least", unit: "country", label: "Countries trained" })],
    },
  },
  {
    words: "rising from 14 in 2010 to 101 by 2019",
    verdict: "contradicted",
    reason: "14 in 2010 holds; for 2019 the same counter has 138, not 101.",
    claim: { kind: "trend", form: "series", direction: "up", unit: "course" },
    finding: {
      for: [evidence({ record: "fig-4", value: 14, period: "2010" })],
      against: [evidence({ record: "fig-3", value: 138, period: "2019" })],
    },
  },
  {
    words: "40% of the camera market",
    verdict: "outdated",
    reason: "About 40% in 2016; the newest comparable figure is 31% in 2023.",
    claim: { kind: "share", value: 40, unit: "percent", population: "the camera market" },
    finding: {
      claimed: [38, 42],
      band: 4,
      for: [
        evidence({
          record: "fig-5",
          value: 40,
          unit: "percent",
          qualifier: "about",
          period: "2016",
          origin: "Market watch",
        }),
      ],
      against: [
        evidence({
          record: "fig-6",
          value: 31,
          low: 28.5,
          high: 33.5,
          unit: "percent",
          period: "2023",
          origin: "Market watch",
        }),
      ],
    },
  },
  {
    words: "its city platform runs in over 100 countries",
    verdict: "disputed",
    reason: "Only the maker says over 100; an independent count documents at least 52.",
    claim: { kind: "quantity", value: 100, qualifier: "over", unit: "country", subject: "city platform" },
    finding: {
      claimed: [100, null],
      band: 10,
      for: [
        evidence({
          record: "fig-7",
          value: 100,
          unit: "country",
          qualifier: "over",
          origin: "The maker",
          class: "self-interested",
          source: "maker-brochure",
          sources: ["maker-brochure"],
        }),
      ],
      against: [
        evidence({
          record: "fig-8",
          value: 52,
          unit: "country",
          qualifier: "at-least",
          origin: "Centre for Strategy, open-source count",
        }),
        evidence({
          record: "fig-9",
          value: 50,
          unit: "country",
          qualifier: "at-least",
          origin: "Index of Surveillance",
        }),
      ],
      missing: "A complete list of customers, or a count by somebody who does not sell the system.",
    },
  },
  {
    words: "According to a weekly magazine, 82% of closed regimes have sent officers",
    verdict: "misattributed",
    reason: "The value holds, but the magazine only printed it; the Institute for Peace counted it.",
    claim: {
      kind: "share",
      value: 82,
      unit: "percent",
      attribution: { to: "a weekly magazine", span: [0, 0] },
    },
    finding: {
      claimed: [81.5, 82.5],
      band: 3,
      for: [evidence({ value: 82, unit: "percent", label: "Closed regimes trained, share" })],
    },
  },
  {
    words: "412 cameras",
    verdict: "unverifiable",
    reason: "No record of the book counts the cameras of this capital.",
    claim: { kind: "quantity", value: 412, unit: "camera" },
    finding: {
      claimed: [411.5, 412.5],
      band: 41,
      missing: "The contract, or a count of cameras by the city.",
    },
  },
  {
    words: "the contract was signed on 3 May 2018",
    verdict: "supported",
    reason: "The policy record has a signature in May 2018.",
    claim: { kind: "event", form: "dated-act" },
    finding: {
      for: [
        evidence({
          record: "pol-1",
          kind: "policy",
          label: "Security agreement signed",
          period: "May 2018",
          origin: "",
        }),
      ],
    },
  },
  {
    words: "“the best present we ever had”",
    verdict: "unverifiable",
    reason: "No source of the book carries these words.",
    claim: { kind: "quote", form: "quotation", quoted: "the best present we ever had" },
    finding: { missing: "A recording or a transcript." },
  },
  {
    words: "the panels of Example Displays are the first choice of professionals, so order yours today",
    verdict: "promotional",
    reason: "Praises a seller that nothing else in the text speaks of.",
    claim: { kind: "promotion", form: "promotion" },
  },
  {
    words: "Will the neighbours follow?",
    verdict: "not-checkable",
    reason: "A question asserts nothing.",
    claim: { kind: "opinion", form: "question" },
  },
  {
    words: "Crime fell because the cameras were switched on.",
    verdict: "unverifiable",
    reason: "An order in time is not a cause, and no study in the book tests this one.",
    claim: { kind: "relation", form: "cause" },
  },
  {
    words: "Crime fell",
    verdict: "imprecise",
    reason: "The office of statistics has a fall in 2019 and a rise in 2020.",
    claim: { kind: "trend", direction: "down" },
    finding: {
      against: [
        evidence({
          record: "fig-10",
          label: "Reported crime",
          period: "2020",
          origin: "Office of Statistics",
        }),
      ],
    },
  },
];

function claimOf({ words, verdict, reason, claim, finding }: Draft, i: number): CheckedClaim {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`fixture text lacks: ${words}`);
  return {
    id: `c${i + 1}`,
    span: [start, start + words.length],
    text: words,
    sentence: [start, start + words.length],
    kind: "quantity",
    form: "number",
    subject: "",
    measure: "",
    value: null,
    high: null,
    unit: "",
    qualifier: "exact",
    direction: "",
    polarity: "positive",
    status: "",
    population: "",
    period: [null, null],
    periodKind: "",
    places: [],
    entities: [],
    roles: {},
    attribution: null,
    quoted: "",
    parts: [],
    ...claim,
    finding: {
      verdict,
      reasons: [{ code: "fixture", text: reason }],
      for: [],
      against: [],
      related: [],
      indicator: null,
      claimed: null,
      band: null,
      missing: "",
      ...finding,
    },
  };
}

const claims = DRAFTS.map(claimOf);

export const CHECKED: CheckedDocument = {
  document: {
    title: PARAGRAPHS[0]!,
    language: "en",
    sha256: "5f".repeat(32),
    characters: text.length,
    text,
    url: "https://example.org/islands",
    publisher: "Example Weekly",
    authors: [],
    published: "2025-11-13",
    format: "text",
    links: [],
    warnings: [],
  },
  claims,
  notes: [
    {
      code: "possible-mix-up",
      text: "138 stands for countries here and for courses in 2019 in the evidence: one may have been taken for the other.",
      spans: [claims[1]!.span],
    },
  ],
  summary: {
    claims: claims.length,
    by_verdict: Object.fromEntries(
      [...new Set(claims.map(claim => claim.finding.verdict))].map(verdict => [
        verdict,
        claims.filter(claim => claim.finding.verdict === verdict).length,
      ]),
    ),
  },
  as_of: "12:9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a0",
};

const citation = (id: string, publisher: string, title: string, published: string): Citation => ({
  id,
  publisher,
  title,
  published,
  url: `https://example.org/${id}`,
});

export const CITATIONS: ReadonlyMap<string, Citation> = new Map(
  [
    citation("institute-2025", "Institute for Peace", "Who trains whom", "2025-03-11"),
    citation("survey-2024", "University of the Coast", "A survey of exchanges", "2024"),
    citation("maker-brochure", "The maker", "Safer cities, brighter days", "2019-06"),
  ].map(item => [item.id, item]),
);

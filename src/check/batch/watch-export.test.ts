import { expect, it } from "vitest";
import { watchToTerminal } from "./watch-export.ts";
import type { Watch } from "./watch-types.ts";

const watch = {
  articles: [
    {
      id: "abc",
      name: "story.txt",
      title: "",
      sha256: "",
      since: 12,
      claims: 9,
      touched: 2,
      unread: "",
      moves: [
        {
          claim: "c3",
          text: "nearly 900\n sessions",
          before: "unverifiable",
          after: "supported",
          reason: "Carnegie gives it.",
          because: { seq: 40, at: "2026-01-02", by: "ann", act: "facts", about: "figure.csv" },
        },
      ],
    },
  ],
  as_of: "41:ff",
} as unknown as Watch;

it("names the first of many files that an entry brought, and how many there were", () => {
  const [article] = watch.articles;
  const [move] = article!.moves;
  const about = "a.csv, b.csv, c.csv, d.csv, e.csv";
  const moved = { ...article!, moves: [{ ...move!, because: { ...move!.because, about } }] };
  expect(watchToTerminal({ ...watch, articles: [moved] })).toContain(
    "(facts a.csv, b.csv, c.csv … (5), by ann",
  );
});

it("says what a finding was, what it is, and which entry moved it, in the language of the reader", () => {
  expect(watchToTerminal(watch)).toBe(
    [
      "abc  story.txt: 1 moved since entry 12; 2 more with other evidence and the same verdict",
      '  c3 "nearly 900 sessions": unverifiable -> supported',
      "      because of entry 40 (facts figure.csv, by ann, 2026-01-02)",
      "      Carnegie gives it.",
      "1 of 9 findings have moved; articles kept: 1; looked at entry 41\n",
    ].join("\n"),
  );
  expect(watchToTerminal(watch, "zh")).toContain("  c3“nearly 900 sessions”：无法核实 -> 有据");
  expect(watchToTerminal({ ...watch, articles: [] }, "zh")).toMatch(/^本库没有保存文章/);
});

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook } from "../testing/shipped.ts";

const folder = fileURLToPath(new URL("../../../cases/check/", import.meta.url));
const files = [
  ...readdirSync(`${folder}texts`)
    .filter(name => name.endsWith(".md"))
    .map(name => `texts/${name}`),
  "not-refuted.txt",
];

/** Names stay as they are in every language: of bodies, publishers and makers, and codes of currencies. */
const isName = (word: string, names: ReadonlySet<string>): boolean =>
  /^[A-Z]{3}$/.test(word) || names.has(word.toLowerCase());

const wordsOf = (text: string): string[] => text.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}]+/gu) ?? [];

it.each(["zh", "ru", "ar"])(
  "an explanation in %s has no English word but names, and words that it quotes",
  async language => {
    const { book, remove } = await shippedBook();
    try {
      const rows = await book.sql<{ name: string }>(
        "SELECT publisher AS name FROM source UNION ALL SELECT name FROM entity UNION ALL SELECT array_to_string(aliases, ' ') FROM entity UNION ALL SELECT replace(counter, '-', ' ') FROM figure",
      );
      const names = new Set(rows.flatMap(({ name }) => wordsOf(name ?? "")).map(word => word.toLowerCase()));
      const leaks = new Set<string>();
      let sentences = 0;
      for (const file of files) {
        const { claims, notes } = await checkBytes(readFileSync(folder + file), book, {
          name: file,
          language,
        });
        const evidence = claims.flatMap(({ finding }) => [
          ...finding.for,
          ...finding.against,
          ...finding.related,
        ]);
        const said = [
          ...notes.map(({ text }) => text),
          ...claims.flatMap(({ finding }) => [...finding.reasons.map(({ text }) => text), finding.missing]),
          ...evidence.map(({ note }) => note),
        ];
        sentences += said.length;
        for (const text of said)
          for (const word of wordsOf(text.replaceAll(/“[^”]*”|«[^»]*»/g, "")))
            if (!isName(word, names)) leaks.add(`${word}: ${text}`);
      }
      expect(sentences).toBeGreaterThan(1000);
      expect([...leaks]).toEqual([]);
    } finally {
      await remove();
    }
  },
);

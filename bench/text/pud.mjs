// PUD: agreement of numbers above 12 and of countries with the English sentence (SCORING.md).
import { readPlaces, readQuantities } from "../../dist/text/index.js";
import { prf, rows } from "./data.mjs";

function numbers(text, language) {
  return readQuantities(text, { language })
    .flatMap(q => [q.value, ...(q.high === null ? [] : [q.high])])
    .map(v => Math.round(v * 1e6) / 1e6)
    .filter(v => v > 12);
}

const nations = (text, language) => new Set(readPlaces(text, { language }).map(p => p.country));

export function scorePud(language, log) {
  const data = rows("pud/pud.jsonl");
  if (!data) return null;
  let [hit, ours, english, same, there, here] = [0, 0, 0, 0, 0, 0];
  for (const row of data) {
    const [want, got] = [numbers(row.en, "en"), numbers(row[language], language)];
    const left = [...want];
    for (const v of got) {
      const at = left.findIndex(w => Math.abs(w - v) < 1e-6 * Math.max(1, v));
      if (at >= 0) {
        left.splice(at, 1);
        hit++;
      }
    }
    english += want.length;
    ours += got.length;
    if (left.length || got.length !== want.length)
      log?.(`NUM ${language} en ${want} | ${language} ${got}\n    ${row.en}\n    ${row[language]}`);
    const [a, b] = [nations(row.en, "en"), nations(row[language], language)];
    there += a.size;
    here += b.size;
    const common = [...a].filter(c => b.has(c)).length;
    same += common;
    if (common < a.size || common < b.size)
      log?.(
        `GEO ${language} only en ${[...a].filter(c => !b.has(c))} | only ${language} ${[...b].filter(c => !a.has(c))}\n    ${row.en}\n    ${row[language]}`,
      );
  }
  return { set: "pud", language, numbers: prf(hit, ours, english), countries: prf(same, here, there) };
}

// TimeBank by the TempEval-3 scorer: relaxed and strict matches, value F1 (SCORING.md).
import { readDates } from "../../dist/text/index.js";
import { prf, rows } from "./data.mjs";

const overlap = (a, b) => a.start < b.end && b.start < a.end;

export function scoreTimebank(log) {
  const data = rows("timebank/timebank.jsonl.gz");
  if (!data) return null;
  let [gold, predicted, relaxed, strict, value] = [0, 0, 0, 0, 0];
  for (const doc of data) {
    const golds = doc.timex.filter(t => t.text !== "");
    const ours = readDates(doc.text, { language: "en", date: doc.dct }).map(d => ({
      start: d.span[0],
      end: d.span[1],
      text: d.text,
      value: d.timex,
    }));
    const used = new Set();
    gold += golds.length;
    predicted += ours.length;
    const around = t => doc.text.slice(Math.max(0, t.start - 40), t.end + 25).replace(/\s+/g, " ");
    for (const g of golds) {
      const at = ours.findIndex((o, i) => !used.has(i) && overlap(g, o));
      if (at < 0) {
        log?.(`MISSED ${g.text.replace(/\s+/g, " ")} = ${g.value} | ${around(g)}`);
        continue;
      }
      used.add(at);
      relaxed++;
      if (ours[at].text === g.text) strict++;
      if (ours[at].value === g.value) value++;
      else
        log?.(
          `VALUE  ${g.text.replace(/\s+/g, " ")} = ${g.value}, ours ${ours[at].value} "${ours[at].text}" (${doc.dct.slice(0, 10)}) | ${around(g)}`,
        );
    }
    ours.forEach((o, i) => {
      if (!used.has(i)) log?.(`SPURIOUS "${o.text}" ${o.value} | ${around(o)}`);
    });
  }
  const [p, r, f] = prf(relaxed, predicted, gold);
  return {
    set: "timebank",
    gold,
    predicted,
    relaxed: [p, r, f],
    strict: prf(strict, predicted, gold),
    value_f1: Math.round((f * value * 10) / relaxed) / 10,
  };
}

// Which sentences of a debate are claims worth checking: those in which the reader finds a number, a change, a dated act, a study, a
// relation or a superlative, and no mere opinion. Nothing is trained on the sets, which lie in ../shared/bench.
import { prf, rows } from "../text/data.mjs";
import { bookLexicon } from "./titles.mjs";

const root = new URL("../../", import.meta.url);

/** What a form of claim is worth to a checker; opinions, questions, quotations and plain statements are worth little. */
const WORTH = {
  series: 3,
  number: 2,
  study: 2,
  relation: 2,
  "dated-act": 2,
  cause: 1,
  superlative: 1,
  statement: 0.5,
  quotation: 0.25,
  opinion: 0,
  question: 0,
  promotion: 0,
};
/** Worth from which a sentence is called worth checking. */
const LEAST = 2;

async function worths(data) {
  const { readLine } = await import(new URL("dist/read/index.js", root));
  const lexicon = await bookLexicon();
  return data.map(({ text }) =>
    readLine({ id: "", text, language: "en" }, lexicon).claims.reduce(
      (sum, { form }) => sum + WORTH[form],
      0,
    ),
  );
}

/** Precision, recall and F1 of label 1 on ClaimBuster's sentences, in percent; `null` where the set is absent. */
export async function scoreClaimBuster() {
  const data = rows("checkworthy/claimbuster-train.jsonl.gz");
  if (!data) return null;
  const found = (await worths(data)).map(worth => worth >= LEAST);
  const gold = data.map(({ label }) => label === 1);
  const right = found.filter((each, i) => each && gold[i]).length;
  const count = list => list.filter(Boolean).length;
  // What calling every sentence worth checking would score.
  return { ours: prf(right, count(found), count(gold)), all: prf(count(gold), data.length, count(gold)) };
}

/** Mean average precision over debates on CheckThat 2019's test part, and of the order of the text; `null` where it is absent. */
export async function scoreCheckThat() {
  const data = rows("checkworthy/checkthat2019-test.jsonl.gz");
  if (!data) return null;
  const worth = await worths(data);
  const debates = new Map();
  data.forEach(({ debate, label }, i) => {
    debates.set(debate, [
      ...(debates.get(debate) ?? []),
      { label, worth: worth[i], words: data[i].text.length },
    ]);
  });
  const precision = ranked => {
    let [seen, sum] = [0, 0];
    ranked.forEach(({ label }, i) => {
      if (label === 1) sum += ++seen / (i + 1);
    });
    return seen === 0 ? null : sum / seen;
  };
  const mean = order => {
    const each = [...debates.values()].map(list => precision(order(list))).filter(value => value !== null);
    return each.reduce((sum, value) => sum + value, 0) / each.length;
  };
  return {
    map: mean(list => [...list].sort((a, b) => b.worth - a.worth || b.words - a.words)),
    longest: mean(list => [...list].sort((a, b) => b.words - a.words)),
  };
}

// Types of political events (CASE 2021, task 2) by a codebook of phrases, written from half of the snippets, and a model of words learned from
// the same half: scored on the other. The set lies in ../shared/bench.
import { rows } from "../text/data.mjs";
import { codebook } from "./case2021-codebook.mjs";

const root = new URL("../../", import.meta.url);
/** Snippets of the other half that were looked at all the same. */
const LOOKED_AT = 20;
const LIST = { list: "event-types", language: "en" };

/** F1 of each type, weighted by its snippets and plain. */
function scores(pairs) {
  const types = [...new Set(pairs.map(([gold]) => gold))];
  const each = types.map(type => {
    const right = pairs.filter(([gold, found]) => gold === type && found === type).length;
    const [all, told] = [0, 1].map(side => pairs.filter(pair => pair[side] === type).length);
    return { all, f1: right === 0 ? 0 : (2 * right) / (all + told) };
  });
  const weighted = each.reduce((sum, { all, f1 }) => sum + (all * f1) / pairs.length, 0);
  const macro = each.reduce((sum, { f1 }) => sum + f1, 0) / types.length;
  return { weighted, macro, n: pairs.length };
}

/** Scores on the half that was not looked at, with phrases alone and with what the other half teaches; `null` where the set is absent. */
export async function scoreCase2021() {
  const data = rows("case2021/snippets.jsonl");
  if (!data) return null;
  const { createLexicon, kindsOf, learnKinds } = await import(new URL("dist/read/index.js", root));
  const lexicon = createLexicon(codebook, []);
  const [seen, odd] = [0, 1].map(rest => data.filter((_, i) => i % 2 === rest));
  // The start of the collection was looked at whole.
  const unseen = odd.slice(LOOKED_AT);
  const learned = learnKinds(
    seen.map(({ text, type }) => ({ text, code: type })),
    lexicon,
    { language: "en" },
  );
  const score = options =>
    scores(
      unseen.map(({ text, type }) => [type, kindsOf(text, lexicon, { ...LIST, ...options })[0]?.code ?? ""]),
    );
  return { phrases: score({}), learned: score({ learned }) };
}

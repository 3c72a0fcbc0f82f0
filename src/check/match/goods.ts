import type { Codebook } from "../../codebook/types.ts";
import { idiom } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";
import { wordsTold } from "./figure-words.ts";
import { hasWord, plainWords } from "./words.ts";

/** Goods that a sentence names are not those of a figure, in whose words, or those for its kind of product, none of them stands. */
export function isOfOtherGoods(sentence: string, figure: Figure, { phrases }: Codebook): boolean {
  const goods = goodsNamed(sentence);
  if (goods.length === 0) return false;
  const kinds = Object.values(phrases[`product-kinds.${figure.productKind}`] ?? {}).flat();
  const known = new Set([...wordsTold(figure), ...plainWords(kinds.join(" "))]);
  const said = new Set(plainWords(sentence));
  const own = plainWords(figure.subject).filter(word => word.length > 4 && !NAMES_OF_MARKETS.has(word));
  return !goods.some(word => hasWord(known, word)) && !own.some(word => hasWord(said, word));
}

let last: { readonly sentence: string; readonly goods: readonly string[] } = { sentence: "", goods: [] };

/** Goods of a market that a sentence names; many figures are held against one. */
function goodsNamed(sentence: string): readonly string[] {
  if (last.sentence !== sentence)
    last = {
      sentence,
      goods: plainWords(goodsOfMarket(sentence)).filter(word => word.length > 3),
    };
  return last.goods;
}

/** "The market for used boats", "el mercado de barcos": what stands behind the first market that is of something. */
function goodsOfMarket(sentence: string): string {
  for (const [, end] of idiom("market").find(sentence)) {
    const of = idiom("marketOf").after(sentence, end);
    if (!of) continue;
    const article = idiom("article").after(sentence, of[1]);
    const goods = /^\s*[\p{Ll}-]{4,}(?:\s+[\p{Ll}-]{4,}){0,2}/u.exec(sentence.slice(article?.[1] ?? of[1]));
    if (goods) return goods[0];
  }
  return "";
}

const NAMES_OF_MARKETS = new Set(["market", "markets", "world", "global"]);

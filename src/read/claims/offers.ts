import { SHOP_WORDS, type ShopWords } from "../frames/shop-words.ts";

const all = (part: keyof ShopWords): string =>
  Object.values(SHOP_WORDS)
    .flatMap(words => words[part] ?? [])
    .join("|");

const OFFER = new RegExp(all("offer"), "iu");
const READER = new RegExp(all("reader"), "iu");
const SHOP = new RegExp(all("shop"), "iu");
const TO_ANYBODY = new RegExp(all("anybody"), "iu");
const LABEL = new RegExp(`^\\s*(?:${all("label")})\\s*[:：]`, "iu");

const COMMAND = new RegExp(all("command"), "iu");

/** For lower case: with case left out, the patterns above take long to compile, and few texts have any of their words. */
const HINT_OF_OFFER = new RegExp(all("hint"));
const HINT_OF_SHOP = new RegExp(all("shopHint"));

/** Somebody's words are no offer of the page. */
const QUOTED = /["“”«»「」]/u;

/** A sentence that offers the reader something at a price taken off, or that is marked as paid for; `around` is its paragraph. */
export const isOffer = (sentence: string, around = sentence): boolean => {
  if (LABEL.test(sentence)) return true;
  if (COMMAND.test(sentence.trimStart())) return !QUOTED.test(sentence);
  const lower = sentence.toLowerCase();
  const isPlain = HINT_OF_OFFER.test(lower) && OFFER.test(sentence) && READER.test(sentence);
  const isShop =
    !isPlain &&
    HINT_OF_SHOP.test(lower) &&
    SHOP.test(sentence) &&
    (READER.test(around) || TO_ANYBODY.test(around));
  return (isPlain || isShop) && !QUOTED.test(sentence);
};

import type { Claim, Document } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { placesIn } from "./places-in.ts";
import { sentenceOf } from "./sentence.ts";

type Texts = Pick<Document, "text" | "language">;

const isPaired = (claim: Claim, document: Texts): boolean => {
  const { sentence, language } = sentenceOf(claim, document);
  return idiom("respectively", language).test(sentence);
};

/** The place of a claim among those of its form in its sentence, and how many there are. */
function rowOf(claim: Claim, claims: readonly Claim[]): { readonly at: number; readonly many: number } {
  const row = claims
    .filter(({ form, sentence }) => form === claim.form && sentence[0] === claim.sentence[0])
    .sort((a, b) => a.span[0] - b.span[0]);
  return { at: row.findIndex(({ id }) => id === claim.id), many: row.length };
}

/** "Kabul and Moscow have 90,000 and 217,000 cameras respectively": of as many numbers as states, each is of the one of its own place in the list. */
export const withOwnPlaces = (claims: readonly Claim[], document: Texts): readonly Claim[] =>
  claims.some(({ form }) => form === "number") &&
  idiom("respectively", document.language.slice(0, 2)).test(document.text)
    ? claims.map(claim => withOwnPlace(claim, claims, document))
    : claims;

function withOwnPlace(claim: Claim, claims: readonly Claim[], document: Texts): Claim {
  if (claim.form !== "number" || !isPaired(claim, document)) return claim;
  const { sentence, language } = sentenceOf(claim, document);
  const states = [...new Set(placesIn(sentence, language).map(({ country }) => country))];
  const { at, many } = rowOf(claim, claims);
  return states.length === many && many > 1 ? { ...claim, places: [states[at]!] } : claim;
}

/** "Huawei and ZTE supplied Serbia and Zambia respectively": whoever of those that give gives to the one whom the claim is of; null where that is all of them. */
export function ownGiver(
  claim: Claim,
  { claims, document }: { readonly claims: readonly Claim[]; readonly document: Texts },
): string | null {
  const givers = claim.roles["vendor"] ?? [];
  if (givers.length < 2 || !isPaired(claim, document)) return null;
  const { at, many } = rowOf(claim, claims);
  return many === givers.length ? givers[at]! : null;
}

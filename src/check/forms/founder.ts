import type { Claim } from "../../read/types.ts";
import { idiom, readPlaces } from "../../text/index.ts";
import { entityKind } from "../gather/schema.ts";
import type { EntityRow, RecordRow } from "../gather/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { isToldByOthers, recordShown } from "./evidence.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

const FORMS: ReadonlySet<Claim["form"]> = new Set(["statement", "dated-act", "relation"]);

/**
 * "China launched the Pacific Policing Initiative": a programme that the book has as another state's, which the sentence does not name, was not begun by
 * the state that it says. Null in all other cases.
 */
export function checkFounder(claim: Claim, context: CheckContext): Outcome | null {
  const { shelf, document, language } = context;
  const kind = entityKind(shelf.codebook);
  if (!kind || !FORMS.has(claim.form) || claim.polarity === "negative") return null;
  const programmes = claim.entities.flatMap(id => shelf.entities.get(id) ?? []).filter(isProgramme);
  if (programmes.length !== 1) return null;
  const [programme] = programmes as [EntityRow];
  if (!isToldByOthers({ sources: programme.sources ?? [] }, shelf)) return null;
  const sentence = document.text.slice(...claim.sentence);
  const founder = founderOf(programme, sentence, document.language.slice(0, 2));
  const places = readPlaces(sentence, { language: document.language.slice(0, 2) });
  if (founder === null || places.some(({ country }) => country === programme.country)) return null;
  const label = programme.name;
  const note = reason("other-owner", { label, attribution: nameOfCountry(programme.country) });
  const record: RecordRow = { id: programme.id, kind, label, row: {}, sources: programme.sources ?? [] };
  return outcome("contradicted", {
    reasons: [note],
    against: [recordShown(record, { shelf, language, note })],
  });
}

const isProgramme = ({ kind, country }: EntityRow): boolean => kind === "programme" && country !== "";

/** The state that a sentence says began a programme: before the verb, or behind "by"; null where it says no such thing. */
function founderOf({ name, aliases }: EntityRow, sentence: string, language: string): string | null {
  const called = [name, ...aliases].find(each => sentence.includes(each));
  const at = called === undefined ? -1 : sentence.indexOf(called);
  if (called === undefined || at < 0) return null;
  const states = readPlaces(sentence, { language }).filter(
    ({ form }) => form === "name" || form === "demonym",
  );
  for (const [from, to] of idiom("founds", language).find(sentence)) {
    if (to <= at) {
      const between = sentence.slice(to, at);
      const article = idiom("article", language).after(between, 0);
      if (between.slice(article?.[1] ?? 0).trim() !== "") continue;
      return (
        states.findLast(({ span }) => span[1] <= from && !/[,;:]/.test(sentence.slice(span[1], from)))
          ?.country ?? null
      );
    }
    const by = idiom("fromGiver", language).after(sentence, to);
    const founder = by && states.find(({ span }) => span[0] >= by[1] && span[0] - by[1] <= REACH);
    if (founder) return founder.country;
  }
  return null;
}

/** Letters between "by" and the name of a state ("the"). */
const REACH = 5;

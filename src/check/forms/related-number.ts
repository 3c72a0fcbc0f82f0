import type { Measure } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import type { Figure, Shelf } from "../gather/types.ts";
import { figuresAlike } from "../match/by-number.ts";
import { clauseAround } from "../match/clause.ts";
import { isPlanMeasure } from "../match/plan.ts";
import { wordsSaid } from "../match/sentence.ts";
import { hasWord, plainWords } from "../match/words.ts";
import type { CheckContext, Outcome } from "./types.ts";

interface Checking {
  readonly context: CheckContext;
  /** Checks a number against the figures of a shelf that give it. */
  readonly check: (claim: Claim, context: CheckContext) => Outcome | null;
}

/**
 * "Kazakhstan has linked 310,000 cameras", "the authority, which runs 8,000 cameras": the very number of a special sort of what the reader took it
 * for, of which the sentence has the word; or of the general one, where the clause has no word of the special sort. Null where it bears nothing
 * out.
 */
export function checkByRelated(claim: Claim, measure: Measure, { context, check }: Checking): Outcome | null {
  const { shelf, document } = context;
  const alike = figuresAlike(claim, shelf).filter(({ measure: id }) => !isPlanMeasure({ id }));
  if (alike.length === 0) return null;
  const said = wordsSaid(claim, document);
  const own = new Set(plainWords(measure.label.en));
  const isWorded = ({ counted }: Figure) =>
    plainWords(counted).some(word => word.length > 4 && said.has(word) && !own.has(word));
  const isSpecial = (figure: Figure) => figure.measure.startsWith(`${measure.id}-`) && isWorded(figure);
  const isGeneral = isUnsaid(claim, measure, context)
    ? (figure: Figure) => measure.id.startsWith(`${figure.measure}-`)
    : () => false;
  const figures = alike.filter(figure => isSpecial(figure) || isGeneral(figure));
  if (figures.length === 0) return null;
  const found = check(claim, { ...context, shelf: { ...shelf, figures } });
  return found?.verdict === "supported" || (found && figures.some(isGeneral)) ? found : null;
}

/** The clause has none of the words by which a special measure differs from the general one. */
function isUnsaid(claim: Claim, measure: Measure, { shelf, document, claims }: CheckContext): boolean {
  const { text, language } = document;
  const base = generalOf(measure, shelf);
  if (!base || !language.startsWith("en")) return false;
  const general = new Set(wordsOf(base));
  const clause = new Set(plainWords(clauseAround(claim, { text, language, claims })));
  return !wordsOf(measure).some(word => !general.has(word) && word.length > 3 && hasWord(clause, word));
}

const wordsOf = ({ label, phrases }: Measure): readonly string[] =>
  plainWords([label.en, ...(phrases["en"] ?? [])].join(" "));

const generalOf = ({ id }: Measure, { codebook }: Shelf): Measure | undefined =>
  [...codebook.measures.values()].find(other => id.startsWith(`${other.id}-`));

import { cuesNamed } from "../analysis/cues.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { isWritten } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Clause, Context, Draft, Scene } from "./context.ts";
import { draft } from "./draft.ts";

/** "If Huawei supplied cameras", "Huawei would have supplied cameras": tells of nothing that was done. */
export function isSupposed({ language }: Context, sentence: Sentence, clause: Span): boolean {
  const opens = cuesNamed(sentence, "supposing");
  const first = cuesNamed(sentence, "supposingFirst");
  const wished = cuesNamed(sentence, "unreal");
  if (opens.length + first.length + wished.length === 0) return false;
  const fixed = cuesNamed(sentence, "falseNegation");
  const unreal = wished.filter(cue => !fixed.some(({ span }) => inside(cue.span, span)));
  if (unreal.some(({ span }) => inside(span, clause))) return true;
  // "Acme would supply them if it were allowed to".
  const modals = cuesNamed(sentence, "modals").filter(({ span }) => inside(span, clause));
  const isHeld = (open: Span) => inside(open, clause) && modals.some(modal => modal.span[1] <= open[0]);
  if (opens.some(({ span }) => isHeld(span))) return true;
  const own = sentence.words.find(
    word => word.start >= clause[0] && isWritten(word) && !language?.grammar.joining.has(word.key),
  );
  return (
    opens.some(({ span }) => span[0] === own?.start && inside(span, clause)) ||
    (clause[0] === sentence.span[0] && first.some(({ span }) => span[0] === sentence.words[0]?.start))
  );
}

/** "The plan to buy cameras fell through". */
const isFailed = (sentence: Sentence, clause: Span): boolean =>
  cuesNamed(sentence, "plansTo").some(
    plan =>
      inside(plan.span, clause) &&
      cuesNamed(sentence, "cameToNothing").some(
        ({ span }) => inside(span, clause) && span[0] >= plan.span[1],
      ),
  );

/** Words without which nothing is halted. */
const HALTING = ["halts", "cameToNothing", "prevents"] as const;

/** "Stopped selling", "was barred from selling", "kept Acme from selling": the verb of giving is not told of as done. */
function isHalted({ language }: Context, sentence: Sentence, clause: Span): boolean {
  if (!HALTING.some(name => cuesNamed(sentence, name).length > 0)) return false;
  const verbs = sentence.frames.filter(({ span }) => inside(span, clause)).map(({ span }) => span[0]);
  // What is called off has a state of its own.
  const isOver = (span: Span) => cuesNamed(sentence, "cancelled").some(each => overlaps(each.span, span));
  const halts = cuesNamed(sentence, "halts").filter(({ span }) => inside(span, clause) && !isOver(span));
  if (halts.some(({ span }) => verbs.some(verb => verb >= span[1] && verb - span[1] <= 1))) return true;
  if (isFailed(sentence, clause)) return true;
  const prevents = cuesNamed(sentence, "prevents").filter(({ span }) => inside(span, clause));
  if (prevents.length === 0) return false;
  const from = language?.grammar.keepsFrom ?? new Set();
  const isKept = (verb: number) =>
    from.size === 0 || from.has(sentence.words.findLast(({ end }) => end < verb)?.key ?? "");
  return prevents.some(({ span }) => verbs.some(verb => verb > span[1] && isKept(verb)));
}

const withoutGiving = ({ span, places, entities }: Clause): Clause => ({
  span,
  situations: [],
  places,
  entities,
});

/** A scene without the clauses that only suppose. In one that says that something is done no more, nobody gives. */
export function withoutSupposed(context: Context, scene: Scene): Scene {
  const { sentence } = scene;
  const isUntold = ({ span }: Clause) => isSupposed(context, sentence, span);
  const isOver = ({ situations, span }: Clause) => situations.length > 0 && isHalted(context, sentence, span);
  if (!scene.clauses.some(clause => isUntold(clause) || isOver(clause))) return scene;
  const told = scene.clauses.filter(clause => !isUntold(clause));
  return { sentence, clauses: told.map(clause => (isOver(clause) ? withoutGiving(clause) : clause)) };
}

/** Suppositions assert nothing, whatever stands in them. Numbers in them are claims of their own. */
export function supposedClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence, clauses } = scene;
  return clauses
    .filter(
      ({ span }) =>
        isSupposed(context, sentence, span) && !taken.some(each => each[0] < span[1] && span[0] < each[1]),
    )
    .map(clause => ({
      ...draft({ context, scene, span: clause.span, clause }, { kind: "opinion", form: "supposition" }),
      roles: {},
      attribution: null,
    }));
}

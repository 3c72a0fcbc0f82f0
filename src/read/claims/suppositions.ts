import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { isWritten } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Context, Draft, Scene } from "./context.ts";
import { draft } from "./draft.ts";

/** "If Huawei supplied cameras", "Huawei would have supplied cameras": tells of nothing that was done. */
export function isSupposed({ language }: Context, sentence: Sentence, clause: Span): boolean {
  const opens = cuesNamed(sentence, "supposing");
  const first = cuesNamed(sentence, "supposingFirst");
  const unreal = cuesNamed(sentence, "unreal");
  if (opens.length + first.length + unreal.length === 0) return false;
  if (unreal.some(({ span }) => inside(span, clause))) return true;
  const own = sentence.words.find(
    word => word.start >= clause[0] && isWritten(word) && !language?.grammar.joining.has(word.key),
  );
  return (
    opens.some(({ span }) => span[0] === own?.start && inside(span, clause)) ||
    (clause[0] === sentence.span[0] && first.some(({ span }) => span[0] === sentence.words[0]?.start))
  );
}

/** A scene without the clauses that only suppose. */
export function withoutSupposed(context: Context, scene: Scene): Scene {
  const clauses = scene.clauses.filter(({ span }) => !isSupposed(context, scene.sentence, span));
  return clauses.length === scene.clauses.length ? scene : { ...scene, clauses };
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

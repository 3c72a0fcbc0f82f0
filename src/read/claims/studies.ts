import { cuesNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Span } from "../types.ts";
import { withoutFrame } from "./causes.ts";
import type { Context, Draft, Scene } from "./context.ts";
import { draft } from "./draft.ts";

const words = (text: string, span: Span): string => text.slice(...span).replace(/^[\s,]+|[\s,.]+$/g, "");

/** What a study is said to have found, where no number says it: "research from X shows that ...". */
export function studyClaims(context: Context, scene: Scene, taken: readonly Span[]): Draft[] {
  const { sentence } = scene;
  const [study] = cuesNamed(sentence, "studies");
  const finding = study && cuesNamed(sentence, "findings").find(({ span }) => span[0] > study.span[0]);
  if (!study || !finding) return [];
  const start = Math.max(
    sentence.clauses.findLast(clause => clause[0] <= study.span[0])?.[0] ?? 0,
    sentence.span[0],
  );
  const span: Span = [start, sentence.span[1]];
  if (taken.some(each => inside(each, span))) return [];
  const joined = { ...scene.clauses.at(-1)!, span };
  const inner = scene.clauses.filter(clause => clause.span[1] > start);
  const clause = {
    ...joined,
    situations: inner.flatMap(each => each.situations),
    places: [...new Set(inner.flatMap(each => each.places))],
    entities: [...new Set(inner.flatMap(each => each.entities))],
  };
  const common = draft({ context, scene, span, clause }, { kind: "attribute", form: "study" });
  const { text } = context.document;
  const moves = cuesNamed(sentence, "causes").find(cue => cue.span[0] > finding.span[1]);
  if (!moves) return [common];
  const that = context.language?.grammar.that ?? new Set<string>();
  return [
    {
      ...common,
      roles: {
        ...common.roles,
        cause: [
          words(text, withoutFrame(sentence, [finding.span[1], moves.span[0]], that)).replace(/^that\s+/, ""),
        ],
        effect: [words(text, withoutFrame(sentence, [moves.span[1], sentence.span[1]], that))],
      },
    },
  ];
}

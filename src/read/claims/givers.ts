import type { Frame } from "../frames/types.ts";
import type { Lexicon } from "../lexicon.ts";

const speaking = new WeakMap<Frame, Map<string, boolean>>();

/** Whether a name alone brings a frame to mind: any but that of a programme of something else ("ECU-911"). */
export function speaks(lexicon: Lexicon, frame: Frame, id: string): boolean {
  const known = speaking.get(frame) ?? new Map<string, boolean>();
  speaking.set(frame, known);
  let found = known.get(id);
  if (found === undefined) {
    const entity = lexicon.entities.get(id);
    const name = entity?.name.toLowerCase() ?? "";
    const nouns = (frame.words["en"]?.nouns ?? "").split("|");
    found =
      entity?.kind !== "programme" ||
      nouns.some(noun => noun !== "" && (name.includes(noun) || name.includes(noun.replace(/y$/, "ies"))));
    known.set(id, found);
  }
  return found;
}

/** A product's maker gives as well; a name of the book that is no entity of it gives nothing. */
export function makersOf(id: string, lexicon: Lexicon, frame: Frame): string[] {
  const entity = lexicon.entities.get(id);
  const parent = entity ? lexicon.entities.get(entity.parent) : undefined;
  return parent && frame.giverKinds.includes(parent.kind) && entity?.kind === "product"
    ? [id, parent.id]
    : [id];
}

import type { CheckedDocument } from "../../check/types.ts";
import type { Citation } from "../article/correction.ts";
import type { Library } from "./library.ts";

/** How each source of a checked text's evidence is cited, by id. */
export async function citationsOf(
  library: Library,
  { claims }: Pick<CheckedDocument, "claims">,
): Promise<Map<string, Citation>> {
  const ids = claims.flatMap(({ finding }) =>
    [...finding.for, ...finding.against, ...finding.related].flatMap(({ source, sources }) => [
      source,
      ...sources,
    ]),
  );
  const sources = await library.sources([...new Set(ids)].filter(id => id !== ""));
  return new Map(sources.map(source => [source.id, source]));
}

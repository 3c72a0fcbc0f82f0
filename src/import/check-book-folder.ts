import {
  type Codebook,
  loadCodebook,
  type ParsedFacts,
  parseFacts,
  UserError,
  validateFacts,
} from "../codebook/index.ts";
import type { BookFolder } from "./book-folder.ts";

/** The codebook of a folder and its parsed facts. Throws a `UserError` with every problem of all files together. */
export function checkBookFolder({ codebook: yaml, facts }: Pick<BookFolder, "codebook" | "facts">): {
  readonly codebook: Codebook;
  readonly parsed: readonly ParsedFacts[];
} {
  const codebook = loadCodebook(yaml);
  const parsed = [...facts].map(([path, text]) => parseFacts(codebook, path, text));
  const problems = validateFacts(codebook, parsed);
  if (problems.length > 0) throw new UserError(problems);
  return { codebook, parsed };
}

import type { Context, Scene } from "../claims/context.ts";
import { hasCue } from "../claims/draft.ts";
import { isSupposed } from "../claims/suppositions.ts";
import type { Span } from "../types.ts";

/** Whether a clause does not tell of what was done: it plans, guesses, calls off, denies or supposes. */
export const isWeakened = (context: Context, { sentence }: Scene, clause: Span): boolean =>
  hasCue(sentence, clause, "planned", "modals", "cancelled", "negation") ||
  isSupposed(context, sentence, clause);

import type { Change, Correction } from "./types.ts";

/** What several corrections of one claim come to, and what of it is each one's doing, oldest first. */
export interface Together {
  readonly change: Change;
  /** The corrections of which something is in force, each with that part of its change. */
  readonly parts: readonly Correction[];
}

const EMPTY: Together = { change: {}, parts: [] };

/**
 * Corrections add up in the order of the journal: a later one replaces what it says anew and leaves the rest standing. A verdict was given
 * on the claim as it was read then, so a later reading takes it away.
 */
export const together = (corrections: readonly Correction[]): Together => corrections.reduce(added, EMPTY);

function added({ parts }: Together, next: Correction): Together {
  const { change } = next;
  const isReadAnew = change.measure !== undefined || change.value !== undefined;
  const left = parts.map(part => ({ ...part, change: without(part.change, change, isReadAnew) }));
  const standing = [...left, next].filter(part => Object.keys(part.change).length > 0);
  return { change: sumOf(standing), parts: standing };
}

/** What is left of an earlier change beside a later one. */
function without(earlier: Change, later: Change, isReadAnew: boolean): Change {
  const { measure, value, verdict } = earlier;
  const spoken = new Set([...(later.evidence ?? []), ...(later.without ?? [])]);
  const rest = (ids: readonly string[] = []) => ids.filter(id => !spoken.has(id));
  const [evidence, left] = [rest(earlier.evidence), rest(earlier.without)];
  return {
    ...(measure !== undefined && later.measure === undefined ? { measure } : {}),
    ...(value !== undefined && later.value === undefined ? { value } : {}),
    ...(verdict !== undefined && later.verdict === undefined && !isReadAnew ? { verdict } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(left.length > 0 ? { without: left } : {}),
  };
}

function sumOf(parts: readonly Correction[]): Change {
  const evidence = parts.flatMap(({ change }) => change.evidence ?? []);
  const left = parts.flatMap(({ change }) => change.without ?? []);
  const single: Change = Object.assign({}, ...parts.map(({ change }) => change));
  return {
    ...single,
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(left.length > 0 ? { without: left } : {}),
  };
}

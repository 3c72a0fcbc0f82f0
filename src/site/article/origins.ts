import type { CheckedClaim, Evidence } from "../../check/types.ts";

/** One who counted, and the claims that its counts bear on. */
export interface Origin {
  readonly name: string;
  readonly class: Evidence["class"];
  /** Ids of claims that it supports, and of claims that it speaks against. */
  readonly supports: readonly string[];
  readonly against: readonly string[];
}

/** Whose counts the findings of a text rest on, those with most claims first. Sources with one origin are one voice. */
export function originsOf(claims: readonly CheckedClaim[], thisBook = "this book"): Origin[] {
  const origins = new Map<
    string,
    { class: Evidence["class"]; supports: Set<string>; against: Set<string> }
  >();
  for (const claim of claims)
    for (const side of ["for", "against"] as const)
      for (const evidence of claim.finding[side]) {
        const name = evidence.origin || evidence.source || thisBook;
        const origin = origins.get(name) ?? {
          class: evidence.class,
          supports: new Set(),
          against: new Set(),
        };
        origin[side === "for" ? "supports" : "against"].add(claim.id);
        origins.set(name, origin);
      }
  return [...origins]
    .map(([name, origin]) => ({
      name,
      class: origin.class,
      supports: [...origin.supports],
      against: [...origin.against],
    }))
    .sort(
      (a, b) =>
        b.supports.length + b.against.length - a.supports.length - a.against.length ||
        (a.name < b.name ? -1 : 1),
    );
}

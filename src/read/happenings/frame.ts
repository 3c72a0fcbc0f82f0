import type { Codebook, Field, FieldRole, Kind } from "../../codebook/types.ts";

/** A kind of happening as the codebook declares it: what kinds of it there are, and which field takes which part in it. */
export interface HappeningFrame {
  readonly kind: Kind;
  /** The code field whose codes' phrases tell of a happening; of two codes that one clause tells, the first of the list counts. */
  readonly code: Field;
  readonly codes: readonly string[];
  readonly roles: ReadonlyMap<string, FieldRole>;
}

/** Kinds with roles and a code list whose codes have phrases. No other kind costs the reader anything. */
export function happeningFrames({ kinds, lists, phrases }: Codebook): HappeningFrame[] {
  return [...kinds.values()].flatMap(kind => {
    const roles = new Map(kind.fields.flatMap(({ id, role }) => (role ? [[id, role] as const] : [])));
    const code = kind.fields.find(
      ({ list }) =>
        list !== undefined && [...(lists.get(list)?.codes.keys() ?? [])].some(id => phrases[`${list}.${id}`]),
    );
    if (roles.size === 0 || !code) return [];
    return [{ kind, code, codes: [...lists.get(code.list!)!.codes.keys()], roles }];
  });
}

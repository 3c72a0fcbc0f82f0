/** Splits `a|b|c`. */
export function listOf(list: string | undefined): readonly string[] {
  if (!list) return [];
  const items = list.split("|");
  return items.includes("") ? items.filter(item => item !== "") : items;
}

/** Reads `a=1|b=2`; a value may itself be text. */
export function pairsOf(list: string | undefined): readonly (readonly [string, string])[] {
  return listOf(list).map(item => {
    const at = item.lastIndexOf("=");
    return [item.slice(0, at), item.slice(at + 1)] as const;
  });
}

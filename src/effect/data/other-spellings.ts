/** What Stata writes before a variable, and what is written here. */
const PREFIXES: Readonly<Record<string, (name: string) => string>> = {
  i: name => `i(${name}) or factor(${name})`,
  c: name => name,
  l: name => `l(${name})`,
  f: name => `f(${name})`,
  d: name => `d(${name})`,
};

/** How a name in Stata's notation (`i.region`, `L.gdp`) is written here; null where no column is meant. */
export function fromStata(name: string, columns: ReadonlySet<string>): string | null {
  const [, prefix = "", variable = ""] = /^([a-z])\.(.+)$/i.exec(name) ?? [];
  const written = PREFIXES[prefix.toLowerCase()];
  return written !== undefined && columns.has(variable) ? written(variable) : null;
}

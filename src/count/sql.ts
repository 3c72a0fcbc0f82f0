/** A string as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Indents the SQL of a declaration inside a `WITH` clause. */
export function indented(sql: string): string {
  return sql
    .trimEnd()
    .split("\n")
    .map(line => `  ${line}`)
    .join("\n");
}

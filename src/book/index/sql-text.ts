/** A name for SQL, in double quotes. */
export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A text for SQL, in single quotes. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

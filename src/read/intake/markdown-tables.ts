/** A line of dashes between the heads of a table and its rows. */
const DELIMITER = /^\s{0,3}\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/;

/** A longer line is no row of a table that people write. */
const LONGEST = 20_000;

export const isDelimiter = (line: string): boolean =>
  line.length < LONGEST && line.includes("|") && DELIMITER.test(line);

/** Cells without a mark before the first, as a row below others may have them. */
export const isBareRow = (line: string): boolean => line.includes("|") && /[^\s|]/.test(line);

export const isRow = (line: string): boolean => /^\s{0,3}\|/.test(line) && /[^\s|]/.test(line);

interface LineCell {
  readonly words: string;
  /** Where it begins in the line, and the mark before it. */
  readonly at: number;
  readonly mark: number;
}

/** The cells of a row; a mark behind a backslash parts none. */
export function cellsOf(line: string): LineCell[] {
  const opening = /^\s*\|?/.exec(line)![0].length;
  const closing = line.trimEnd();
  const end = closing.endsWith("|") && !closing.endsWith("\\|") ? closing.length - 1 : closing.length;
  const found: LineCell[] = [];
  let from = opening;
  const take = (to: number) => {
    const raw = line.slice(from, to);
    found.push({ words: raw.trim(), at: from + raw.length - raw.trimStart().length, mark: from - 1 });
    from = to + 1;
  };
  for (let i = opening; i < end; i++)
    if (line[i] === "\\") i++;
    else if (line[i] === "|") take(i);
  if (end >= from) take(Math.max(from, end));
  return found;
}

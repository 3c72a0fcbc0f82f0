import { encodeStatement } from "../evidence/statements.ts";
import type { Statement } from "../types.ts";

/**
 * A facts file comes again whenever one row of it changes. What did not change is no news: the statements of one field of
 * one record keep the entry that first brought exactly them, so that a correction made in between is not undone by them.
 */

/** The statements of one field of one record, as one version of a file gives them. */
export interface Group {
  /** All of them as one text. */
  readonly content: string;
  readonly seq: number;
  readonly by: string;
}

/** `record` and `field` of a group in one key. */
export function groupKey({ record, field }: Statement): string {
  return `${record}\n${field}`;
}

export interface Version {
  readonly statements: readonly Statement[];
  readonly seq: number;
}

/** The groups of a version of a file; those that the version before it had already keep their entry. */
export function groupsOf(
  { statements, seq }: Version,
  before: ReadonlyMap<string, Group>,
): Map<string, Group> {
  const contents = new Map<string, { content: string[]; by: string }>();
  for (const statement of statements) {
    const key = groupKey(statement);
    const content = JSON.stringify(encodeStatement({ ...statement, by: "" }));
    const group = contents.get(key);
    if (group) group.content.push(content);
    else contents.set(key, { content: [content], by: statement.by });
  }
  const groups = new Map<string, Group>();
  for (const [key, { content, by }] of contents) {
    const joined = content.join("\n");
    const old = before.get(key);
    groups.set(key, old?.content === joined ? old : { content: joined, seq, by });
  }
  return groups;
}

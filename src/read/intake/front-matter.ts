import { parse } from "yaml";

/** What the head of a Markdown file says of it. */
export interface FrontMatter {
  readonly title: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly language: string;
  readonly url: string;
  /** Characters of the file that the head takes. */
  readonly length: number;
  readonly warnings: readonly string[];
}

const YAML_HEAD = /^---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const TOML_HEAD = /^\+\+\+[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n\+\+\+[ \t]*(?:\r?\n|$)/;

/** True where a text opens with a head of `name: value` lines between two marks. */
export const hasFrontMatter = (text: string): boolean =>
  /^---[ \t]*\r?\n\w[\w -]*:/.test(text) && YAML_HEAD.test(text);

type Fields = Readonly<Record<string, unknown>>;

/** `name = "value"` lines; what else TOML can say is of no use here. */
function tomlFields(source: string): Fields {
  const fields: Record<string, unknown> = {};
  for (const line of source.split(/\r?\n/)) {
    const pair = /^\s*([\w-]+)\s*=\s*(.+?)\s*$/.exec(line);
    if (!pair) continue;
    const list = /^\[(.*)\]$/.exec(pair[2]!)?.[1];
    const bare = (value: string) => value.trim().replace(/^(["'])(.*)\1$/, "$2");
    fields[pair[1]!] = list === undefined ? bare(pair[2]!) : list.split(",").map(bare);
  }
  return fields;
}

function yamlFields(source: string): Fields {
  const value: unknown = parse(source, { maxAliasCount: 20, schema: "failsafe", logLevel: "error" });
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Fields) : {};
}

/** A value as words: text, a list's texts, the `name` of an object. */
function wordsOf(value: unknown): string[] {
  if (typeof value === "string")
    return value.trim() === "" ? [] : [value.replace(/\s+/g, " ").trim().slice(0, 500)];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(wordsOf);
  if (value !== null && typeof value === "object") return wordsOf((value as Fields)["name"]);
  return [];
}

const splitNames = (names: readonly string[]): string[] =>
  names.length === 1 ? names[0]!.split(/\s*[;,]\s*|\s+and\s+/).filter(name => name !== "") : [...names];

/** Title, publisher, authors, date, language and address from YAML between `---` or TOML between `+++` at the head of a file. */
export function readFrontMatter(source: string): FrontMatter {
  const yaml = YAML_HEAD.exec(source);
  const head = yaml ?? TOML_HEAD.exec(source);
  let fields: Fields = {};
  const warnings: string[] = [];
  try {
    if (head) fields = yaml ? yamlFields(head[1]!) : tomlFields(head[1]!);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    warnings.push(`The head of the file (front matter) is broken and was ignored: ${reason}`);
  }
  const known = new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), wordsOf(value)]));
  const all = (...names: string[]) =>
    names.map(name => known.get(name) ?? []).find(found => found.length > 0) ?? [];
  const one = (...names: string[]) => all(...names)[0] ?? "";
  return {
    title: one("title", "headline"),
    publisher: one("publisher", "site", "site_name", "outlet", "source"),
    authors: splitNames(all("authors", "author", "by", "byline")),
    published:
      /^\d{4}(?:-\d\d){0,2}/.exec(one("published", "date", "datepublished", "publishdate"))?.[0] ?? "",
    language: one("lang", "language", "locale").slice(0, 2).toLowerCase(),
    url: one("url", "canonical", "canonical_url", "link"),
    length: head ? head[0].length : 0,
    warnings,
  };
}

/** How a line begins that says who wrote, by language. */
const BY =
  /^\s*(?:(?:written|reported|story|text|words|analysis|escrito|texto|rédigé|texte)\s+)?(?:by|por|par|von|di|da|door|от)\s+|^\s*(?:автор(?:ы)?|текст|autor(?:es|a|as)?|auteurs?|authors?|作者|撰文|记者|記者|بقلم|كتب|كتبت|الكاتب)\s*[:：]?\s*/iu;

/** What ends the names of a by-line: a mark, a date, a place, an outlet, a task. */
const TAIL =
  /(?:[|•·–—/([]|\s-\s|\d|,?\s+(?:in|for|from|at|is|en|para|pour|à|для|в)\s+|,?\s+(?:published|updated|last|posted|publicado|publié|mis à jour|actualizado|обновлено|опубликовано)\b)/iu;

/** What joins the names of two writers. */
const JOINT = /\s*(?:[,;、،&]|\s(?:and|y|e|et|und|ed|en|и|و)\s|[和与與])\s*/iu;

/** Words that no name holds and that by-lines hold beside it. */
const ROLE =
  /\b(?:staff|editors?|reporters?|correspondents?|writers?|desk|team|bureau|redacción|redação|rédaction|редакция|contributors?|newsroom|subscribe|share|follow|read|more|about|posts?|articles?|comments?)\b/iu;

/** Two to five words with capitals, small ones of names between them ("Ana de la Cruz", "Said bin Ali"). */
const CASED =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:(?:de|del|della|di|da|do|dos|das|du|des|la|le|van|von|der|den|ter|bin|ibn|al|el)\s+){0,3}\p{Lu}[\p{L}\p{M}'’.-]*){1,4}$/u;
/** Scripts without capitals: two to four Chinese characters, two to four Arabic words. */
const UNCASED = /^(?:\p{Script=Han}{2,4}|\p{Script=Arabic}{2,}(?:\s+\p{Script=Arabic}{2,}){1,3})$/u;

/** Longest by-line. */
const LONGEST = 200;
const MOST = 8;

const isName = (words: string): boolean => words.length <= 60 && (CASED.test(words) || UNCASED.test(words));

/** The names that a line begins with; tasks beside them are left out, and what follows the first thing that is neither. */
function namesOf(line: string): string[] {
  const found: string[] = [];
  const tail = line.search(TAIL);
  const names = tail < 0 ? line : line.slice(0, tail).trimEnd();
  for (const part of names.split(JOINT).slice(0, MOST)) {
    const name = part
      .replace(/\s+/g, " ")
      .replace(/[.:]+$/, "")
      .trim();
    if (name === "" || ROLE.test(name)) continue;
    if (!isName(name)) break;
    if (!found.includes(name)) found.push(name);
  }
  return found;
}

/** The writers that a line names which says that they wrote ("By Jane Doe and Ann Roe in Nairobi"); none where it says anything else. */
export function writersOf(line: string): string[] {
  if (line.length > LONGEST) return [];
  const by = BY.exec(line);
  return by ? namesOf(line.slice(by[0].length)) : [];
}

/** The writers of a piece of markup that is called a by-line, with or without the word that says so. */
export function writersOfByline(line: string): string[] {
  if (line.length > LONGEST) return [];
  const by = BY.exec(line);
  return namesOf(by ? line.slice(by[0].length) : line.trim());
}

/** The writers named by the first by-line among lines. */
export function writersAmong(lines: readonly string[]): string[] {
  for (const line of lines) {
    const found = writersOf(line);
    if (found.length > 0) return found;
  }
  return [];
}

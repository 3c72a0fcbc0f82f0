import { inside } from "../analysis/spans.ts";
import type { HappeningFrame } from "./frame.ts";
import type { Argument, Telling, Told } from "./told.ts";

/** A happening of a document: everything that its sentences tell of it. */
export interface Happening {
  readonly code: string;
  readonly tellings: readonly Telling[];
  readonly args: readonly Argument[];
}

interface Draft {
  code: string;
  readonly tellings: Telling[];
  /** Whoever took or got the blame in sentences of their own. */
  readonly blamed: Argument[];
}

/** Within how many sentences a happening and what came of it are told. */
const REACH = 2;

/** Sentences of one happening told in general words before a more special word for it comes. */
const GENERAL = 2;

/**
 * The happening that a sentence goes on with: the last one where it points back ("the attack") or tells in a more general
 * word what came of it ("a bomb exploded ... two were killed"), else the last of its own code.
 */
function goesOn(found: readonly Draft[], telling: Telling, { codes }: HappeningFrame): Draft | undefined {
  const last = found.at(-1);
  const order = (code: string): number => codes.indexOf(code);
  if (!last || telling.further) return undefined;
  const near = telling.sentence.index - last.tellings.at(-1)!.sentence.index <= REACH;
  const general = last.code === codes.at(-1) && last.tellings.length <= GENERAL;
  if (telling.again || (near && order(telling.code) > order(last.code))) return last;
  if (near && general) return last;
  return found.findLast(each => each.code === telling.code);
}

/** How much farther than the nearest another agent of a list stands, in words; instruments may stand anywhere. */
const LISTED = 3;
const REACHING = 100;

const nearest = (args: readonly Argument[]): Argument => args.reduce((a, b) => (b.gap < a.gap ? b : a));

/** One of each head noun, in order of the text. */
const distinct = (args: readonly Argument[]): Argument[] =>
  [...new Map([...args].reverse().map(each => [each.head, each])).values()].reverse();

/**
 * The arguments of a happening. It can happen to many, whom any of its sentences may name; whoever acts and what with are
 * taken from the sentence that tells it most plainly. A field of agents that no sentence fills takes the one that the text names
 * most often, if a field before it is filled ("guerrillas": the front is whose they are, but nobody follows from a front).
 */
function argumentsOf(
  { tellings, blamed }: Draft,
  frame: HappeningFrame,
  named: readonly Argument[],
): Argument[] {
  const all = [...tellings.map(({ args }) => args), blamed];
  const filled = [...frame.roles].flatMap(([field, role]) => {
    const own = all.map(args => args.filter(each => each.field === field)).filter(args => args.length > 0);
    if (own.length === 0) return [];
    if (role === "patient") return distinct(own.flat());
    const plainest = own.reduce((a, b) => (nearest(b).gap < nearest(a).gap ? b : a));
    const { gap } = nearest(plainest);
    return distinct(plainest.filter(each => each.gap <= gap + (role === "agent" ? LISTED : REACHING)));
  });
  const isAgent = ([, role]: readonly [string, string]): boolean => role === "agent";
  const has = (field: string): boolean => filled.some(each => each.field === field);
  const agents = [...frame.roles].filter(isAgent).map(([field]) => field);
  const open = agents.filter((field, i) => !has(field) && agents.slice(0, i).some(has));
  return [...filled, ...open.flatMap(field => ownersOf(filled, named, field) ?? mostNamed(named, field))];
}

/** Whom the phrase of an agent names ("members of the league"). */
function ownersOf(
  filled: readonly Argument[],
  named: readonly Argument[],
  field: string,
): Argument[] | undefined {
  const own = named.filter(
    each => each.field === field && filled.some(({ span }) => inside(each.span, span)),
  );
  return own.length > 0 ? distinct(own) : undefined;
}

/** A body named once may have been named for anything. */
function mostNamed(named: readonly Argument[], field: string): Argument[] {
  const own = named.filter(each => each.field === field);
  const count = new Map<string, number>();
  for (const { words } of own) count.set(words, (count.get(words) ?? 0) + 1);
  const top = own.reduce<Argument | null>(
    (a, b) => (a && count.get(a.words)! >= count.get(b.words)! ? a : b),
    null,
  );
  return top && own.length > 1 ? [top] : [];
}

/** Joins what the sentences of one document tell of one happening. */
export function joined(told: readonly Told[], frame: HappeningFrame): Happening[] {
  const found: Draft[] = [];
  let early: readonly Argument[] = [];
  for (const { telling, blamed } of told) {
    if (telling) {
      const same = goesOn(found, telling, frame);
      if (same && frame.codes.indexOf(telling.code) < frame.codes.indexOf(same.code))
        same.code = telling.code;
      if (same) same.tellings.push(telling);
      else found.push({ code: telling.code, tellings: [telling], blamed: [...early] });
      early = [];
    }
    if (found.length > 0) found.at(-1)!.blamed.push(...blamed);
    else early = [...early, ...blamed];
  }
  const named = told.flatMap(each => each.named);
  return found.map(each => ({
    code: each.code,
    tellings: each.tellings,
    args: argumentsOf(each, frame, named),
  }));
}

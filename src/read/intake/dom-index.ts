/** The part of a DOM node that is walked. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly data?: string;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly parentNode: DomNode | null;
  getAttribute?(name: string): string | null;
  setAttribute?(name: string, value: string): void;
}

/** An element of the page as it was served. */
export interface IndexedElement {
  readonly name: string;
  /** Class and id in one string. */
  readonly names: string;
  /** Number of the parent, -1 at the root. */
  readonly parent: number;
  /** Position among the siblings of the same name, from 1. */
  readonly nth: number;
  /** Text nodes below it: first, and the one after the last. */
  readonly texts: [number, number];
  /** Letters below it. */
  letters: number;
}

export interface IndexedText {
  readonly data: string;
  /** Without the blanks around it. */
  readonly core: string;
  readonly element: number;
  readonly nth: number;
}

/** Attribute that carries an element's number through tools that rearrange the tree. */
const MARK = "data-custodes-n";

/**
 * Elements and text nodes of a page, numbered in the order of the document before an extractor changes the tree. Extractors move,
 * rename and re-parse nodes but keep attributes and order, by which the text nodes of their result are found again.
 */
export class DomIndex {
  readonly elements: IndexedElement[] = [];
  readonly texts: IndexedText[] = [];
  #next = 0;

  constructor(root: DomNode) {
    const counters: Map<string, number>[] = [new Map()];
    const open: number[] = [];
    walk(root, {
      enter: node => {
        const counter = counters.at(-1)!;
        const nth = (counter.get(node.nodeName) ?? 0) + 1;
        counter.set(node.nodeName, nth);
        open.push(this.elements.length);
        counters.push(new Map());
        node.setAttribute?.(MARK, String(this.elements.length));
        this.elements.push({
          name: node.nodeName.toLowerCase(),
          names: `${node.getAttribute?.("class") ?? ""} ${node.getAttribute?.("id") ?? ""}`,
          parent: open.at(-2) ?? -1,
          nth,
          texts: [this.texts.length, this.texts.length],
          letters: 0,
        });
      },
      text: node => {
        const counter = counters.at(-1)!;
        const nth = (counter.get("#text") ?? 0) + 1;
        counter.set("#text", nth);
        const data = node.data ?? "";
        this.texts.push({ data, core: data.trim(), element: open.at(-1) ?? -1, nth });
      },
      leave: () => {
        counters.pop();
        const element = this.elements[open.pop()!]!;
        element.texts[1] = this.texts.length;
      },
    });
    for (const { core, element } of this.texts) {
      const letters = core.replace(/\s+/g, " ").length;
      for (let at = element; at >= 0 && letters > 0; at = this.elements[at]!.parent)
        this.elements[at]!.letters += letters;
    }
  }

  /**
   * Number of the text node that a node of the extractor's result was; -1 where it cannot be told. Ask in the order of the result:
   * the next one after the last is preferred, which tells repeated words apart.
   */
  find(node: DomNode): number {
    const range = this.#range(node);
    const [first, end] = range ?? [0, this.texts.length];
    let found = this.#search(node.data ?? "", Math.max(first, this.#next), end);
    if (found < 0) found = this.#search(node.data ?? "", first, Math.min(end, this.#next));
    // A node without a numbered element around it may be anywhere; it does not move the place where the next is looked for.
    if (found >= 0 && range) this.#next = found + 1;
    return found;
  }

  #search(data: string, first: number, end: number): number {
    // Where an extractor writes the tree out and reads it again, blanks at the ends of elements go.
    const core = data.trim();
    for (let i = first; i < end; i++) if (this.texts[i]!.core === core) return i;
    return -1;
  }

  #range(node: DomNode): readonly [number, number] | null {
    for (let at = node.parentNode; at; at = at.parentNode) {
      const mark = at.getAttribute?.(MARK);
      if (mark) return this.elements[Number(mark)]?.texts ?? null;
    }
    return null;
  }

  /** Where words that were found again begin in their text node: blanks before them may be gone. */
  offset(text: number, words: string): number {
    const blanks = (of: string) => of.length - of.trimStart().length;
    return blanks(this.texts[text]!.data) - blanks(words);
  }

  /** XPath of a text node, as a browser resolves it: rows of a table stand in a `tbody` even where the markup leaves it out. */
  path(text: number): string {
    const { element, nth } = this.texts[text]!;
    const steps = [`text()[${nth}]`];
    for (let at = element; at >= 0; at = this.elements[at]!.parent) {
      const { name, nth: position, parent } = this.elements[at]!;
      steps.push(/^(?:html|body|head)$/.test(name) ? name : `${name}[${position}]`);
      if (name === "tr" && this.elements[parent]?.name === "table") steps.push("tbody[1]");
    }
    return `/${steps.reverse().join("/")}`;
  }
}

/** Visits a tree in the order of the document, without recursion. `enter` may refuse what is below an element. */
export function walk(
  root: DomNode,
  visit: {
    readonly enter: (node: DomNode) => unknown;
    readonly text: (node: DomNode) => void;
    readonly leave: (node: DomNode) => void;
  },
): void {
  let node: DomNode | null = root;
  while (node) {
    const into: boolean = node.nodeType === 1 && visit.enter(node) !== false;
    if (node.nodeType === 3) visit.text(node);
    if (into && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (into) visit.leave(node);
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node) visit.leave(node);
    }
    node = node && node !== root ? node.nextSibling : null;
  }
}

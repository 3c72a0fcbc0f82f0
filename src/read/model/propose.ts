import type { Lexicon } from "../lexicon.ts";
import type { Document, Span } from "../types.ts";
import {
  type Accepted,
  acceptAnswer,
  type ProposedClaim,
  type ProposedRecord,
  type Rejected,
} from "./accept.ts";
import { parseAnswer } from "./answer.ts";
import { type Message, ModelFailure } from "./client.ts";
import { PROMPT_VERSION, promptOf } from "./prompt.ts";

/** Answers of models by the hash of what was asked. */
export interface Answers {
  readonly get: (key: string) => string | null;
  readonly put: (key: string, answer: string) => void;
}

export interface ProposeOptions {
  /** Name of the model, part of the hash. */
  readonly model: string;
  /** Address of the model, part of the hash. */
  readonly url: string;
  readonly ask: (messages: readonly Message[]) => Promise<string>;
  readonly answers?: Answers;
  readonly progress?: (done: number, of: number) => void;
}

/** What a model proposes beside the grammar's readings. It is proposed and nothing more. */
export interface Proposals {
  readonly model: string;
  readonly records: readonly ProposedRecord[];
  readonly claims: readonly ProposedClaim[];
  /** What the model said that does not count. */
  readonly rejected: readonly Rejected[];
  /** Pieces of the text that were asked about, answered from memory, and failed. */
  readonly pieces: { readonly asked: number; readonly remembered: number; readonly failed: number };
  readonly failures: readonly { readonly code: ModelFailure["code"]; readonly message: string }[];
  /** Characters at the end that were not shown to the model. */
  readonly unseen: number;
}

/** Characters shown to a model at once, and pieces of a document at most. */
const PIECE = 6000;
const PIECES = 40;
/** So many failures one after the other, and the model is not asked again. */
const GIVE_UP = 2;

/** Pieces of a text that end at a paragraph, else at a sentence or a space. */
export function piecesOf(text: string, size = PIECE): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + size);
    if (to < text.length) {
      const cut = ["\n\n", "\n", ". ", "。", " "]
        .map(mark => text.lastIndexOf(mark, to - mark.length) + mark.length)
        .find(at => at > from + size / 2 && at <= to);
      to = cut ?? to;
    }
    found.push([from, to]);
    from = to;
  }
  return found;
}

async function hashOf(...parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, "0")).join("");
}

const failureOf = (error: unknown): ModelFailure => {
  if (error instanceof ModelFailure) return error;
  throw error;
};

/**
 * Shows a document to a model piece by piece and keeps of its answers what stands in the text. Answers are remembered by the
 * hash of model, address and question. A piece that fails is counted and told; nothing here throws for what a model does.
 */
export async function proposeReadings(
  document: Document,
  lexicon: Lexicon,
  { model, url, ask, answers, progress }: ProposeOptions,
): Promise<Proposals> {
  const all = piecesOf(document.text);
  const pieces = all.slice(0, PIECES);
  const accepted: Accepted[] = [];
  const failures: ModelFailure[] = [];
  let [remembered, asked, inRow] = [0, 0, 0];
  for (const [i, seen] of pieces.entries()) {
    progress?.(i, pieces.length);
    const messages = promptOf(lexicon.codebook, document.text.slice(...seen));
    const key = await hashOf(String(PROMPT_VERSION), url, model, JSON.stringify(messages));
    try {
      const known = answers?.get(key) ?? null;
      if (known === null) asked++;
      else remembered++;
      const content = known ?? (await ask(messages));
      accepted.push(acceptAnswer(parseAnswer(content), { document, lexicon, seen }));
      if (known === null) answers?.put(key, content);
      inRow = 0;
    } catch (error) {
      failures.push(failureOf(error));
      if (++inRow >= GIVE_UP) break;
    }
  }
  const seenTo = pieces[accepted.length + failures.length - 1]?.[1] ?? 0;
  return {
    model,
    records: accepted.flatMap(({ records }) => records),
    claims: accepted.flatMap(({ claims }) => claims),
    rejected: accepted.flatMap(({ rejected }) => rejected),
    pieces: { asked, remembered, failed: failures.length },
    failures: failures.map(({ code, message }) => ({ code, message })),
    unseen: document.text.length - seenTo,
  };
}

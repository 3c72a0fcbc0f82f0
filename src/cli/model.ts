import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { Document, Lexicon } from "../read/index.ts";
import type { Answers, Proposals } from "../read/model/index.ts";
import { dataFolder } from "./books.ts";
import { type Invocation, option } from "./command.ts";
import type { Effects } from "./effects.ts";

/** Variable of the environment that holds the key; keys given in any other way are not taken. */
const KEY = "CUSTODES_LLM_KEY";
/** Seconds that a model may take for one answer. */
const [LEAST, MOST] = [1, 3600];

/** Answers of models as files of their hash, readable by their owner only, since they repeat what a text says. */
export function answersIn(folder: string): Answers {
  const path = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.txt`);
  return {
    get: key => (existsSync(path(key)) ? readFileSync(path(key), "utf8") : null),
    put: (key, answer) => {
      const file = path(key);
      mkdirSync(join(folder, key.slice(0, 2)), { recursive: true, mode: 0o700 });
      // Written beside and moved, so that no half of an answer is ever read.
      writeFileSync(`${file}.${process.pid}`, answer, { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
    },
  };
}

function timeoutOf(invocation: Invocation): number | null {
  const given = option(invocation, "llm-timeout");
  if (given === null) return null;
  const seconds = Number(given);
  if (!(seconds >= LEAST && seconds <= MOST))
    throw new UserError({
      code: "bad-option",
      message: `--llm-timeout ${given} is no time`,
      expected: `${LEAST} to ${MOST} seconds`,
    });
  return seconds * 1000;
}

/** The model that was asked for; null without --llm. */
function modelOf(invocation: Invocation): { url: string; model: string } | null {
  const url = option(invocation, "llm");
  const model = option(invocation, "model");
  if (url === null && model === null) return null;
  if (url === null || model === null || model === "")
    throw new UserError({
      code: "missing-option",
      message:
        url === null ? "--model names a model without an address" : "--llm gives an address without a model",
      hint: "give both, for example --llm http://localhost:11434/v1 --model llama3.1",
    });
  return { url, model };
}

/** Tells of a wrong address, name or time before anything is read or fetched. */
export async function checkModel(invocation: Invocation): Promise<void> {
  const wanted = modelOf(invocation);
  timeoutOf(invocation);
  if (!wanted) return;
  const { completionsAddress } = await import("../read/model/index.ts");
  completionsAddress({ ...wanted, key: invocation.effects.env[KEY] ?? "" });
}

/** A model is asked about one document at a time: what is many is not sent away by one word. */
export function refuseModel(invocation: Invocation, many: string): void {
  if (option(invocation, "llm") === null) return;
  throw new UserError({
    code: "model-for-many",
    message: `--llm asks about one document, and ${many} holds many`,
    hint: "read its documents one by one, or leave --llm out",
  });
}

/** What a model proposes for a document. The text leaves the machine only here, and only to the address that was named. */
export async function propose(
  invocation: Invocation,
  document: Document,
  lexicon: Lexicon,
): Promise<Proposals | null> {
  const wanted = modelOf(invocation);
  if (!wanted) return null;
  const timeout = timeoutOf(invocation);
  const { effects } = invocation;
  const { ASK_LIMITS, ask, proposeReadings } = await import("../read/model/index.ts");
  const endpoint = { ...wanted, key: effects.env[KEY] ?? "" };
  const limits = { ...ASK_LIMITS, ...(timeout !== null && { timeout }) };
  const world = { fetch, wait: (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms)) };
  const proposals = await proposeReadings(document, lexicon, {
    ...wanted,
    ask: messages => ask(endpoint, messages, world, limits),
    answers: answersIn(join(dataFolder(effects), "model-answers")),
    progress: (done, of) => effects.progress(`asking ${wanted.model}: ${done} of ${of} pieces ...`),
  });
  effects.progress("");
  report(proposals, effects);
  return proposals;
}

/** Failures are told on standard error; the grammar's readings stand whatever a model does. */
function report({ model, failures, pieces, unseen }: Proposals, { err }: Effects): void {
  const told = new Set<string>();
  for (const { code, message } of failures)
    if (!told.has(code)) {
      told.add(code);
      err(`custodes: ${model}: ${message}`);
    }
  if (pieces.failed > 0) {
    const parts =
      pieces.failed === 1 ? "one piece of the text has" : `${pieces.failed} pieces of the text have`;
    err(`custodes: ${parts} no answer of ${model}`);
  }
  if (unseen > 0) err(`custodes: ${unseen} characters at the end were not shown to ${model}`);
}

/** Exit code of a reading with a model: a fault where it was asked and never answered. */
export const modelExit = (proposals: Proposals | null): 0 | 3 =>
  proposals &&
  proposals.pieces.failed > 0 &&
  proposals.pieces.asked + proposals.pieces.remembered === proposals.pieces.failed
    ? 3
    : 0;

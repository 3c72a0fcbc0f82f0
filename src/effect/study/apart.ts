import { askThread, inNode, threadFile } from "../../codebook/thread.ts";
import type { StudyDeclaration } from "../../codebook/types.ts";
import type { BookPanel } from "./panel.ts";
import { estimateStudy, type RunOptions, type StudyResult } from "./study.ts";
import type { Question } from "./worker.ts";

/**
 * Estimates a study in threads of their own, its parts shared among them, so that a server goes on answering meanwhile; in a browser, where
 * there are no such threads, in this one with pauses. The signal ends the threads.
 */
export async function estimateStudyApart(
  panel: BookPanel,
  study: StudyDeclaration,
  { signal, ...options }: RunOptions & { readonly signal?: AbortSignal } = {},
): Promise<StudyResult> {
  if (!inNode()) return estimateStudy(panel, study, options);
  const { availableParallelism } = await import("node:os");
  const shares = sharesOf(study, Math.min(availableParallelism(), MOST_THREADS));
  const results = await Promise.all(shares.map(share => ask({ panel, study: share }, signal)));
  return joined(study, results);
}

/** More threads than this bring nothing: a study has a handful of parts. */
const MOST_THREADS = 4;

/** The study in pieces that take about as long; each has all but the parts of the others. */
function sharesOf(study: StudyDeclaration, threads: number): StudyDeclaration[] {
  const parts = Object.entries(study.staggered);
  const n = Math.max(1, Math.min(threads, parts.length));
  return Array.from({ length: n }, (_, share) => ({
    ...study,
    staggered: Object.fromEntries(parts.filter((_part, place) => place % n === share)),
    // The first thread has the longest part as a rule, so that the tables go to the last.
    tables: share === n - 1 ? study.tables : {},
  }));
}

/** The parts in the order of the declaration. */
function joined(study: StudyDeclaration, results: readonly StudyResult[]): StudyResult {
  const staggered = results.flatMap(result => result.staggered);
  const order = Object.keys(study.staggered);
  return {
    ...results[0]!,
    staggered: staggered.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)),
    tables: results.flatMap(({ tables }) => tables),
  };
}

const ask = (question: Question, signal: AbortSignal | undefined) =>
  askThread(threadFile(import.meta.url, "./worker.js"), question, { signal }) as Promise<StudyResult>;

let known: Promise<string> | null = null;

/** SHA-256 of the code that estimates, by which a result that was kept is known to be what this code would say; null in a browser. */
export async function estimatingCode(): Promise<string | null> {
  if (!inNode()) return null;
  const { codeOf } = await import("../../book/index/code-version.ts");
  known ??= codeOf(["../", "../../stats/"].map(folder => new URL(folder, import.meta.url)));
  return known;
}

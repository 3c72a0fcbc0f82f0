import type { Book } from "../../../book/types.ts";
import { UserError } from "../../../codebook/errors.ts";
import type { StudyDeclaration } from "../../../codebook/types.ts";
import type { BookPanel, Estimate, StudyResult } from "../../../effect/index.ts";
import { flag, type Invocation, option } from "../../command.ts";
import { openAsOf, withBook } from "../../open.ts";
import { writeOutput } from "../../output.ts";
import { author } from "../init.ts";
import { estimateFormulas } from "./formulas.ts";
import { drawPicture, isTable, tableText } from "./output.ts";

/** `--study`, `--explain`, `--stale`, or the list of studies: everything that works on the book. */
export async function estimateOnBook(invocation: Invocation): Promise<number> {
  if (flag(invocation, "stale")) return withBook(invocation, book => stale(book, invocation));
  const explained = option(invocation, "explain");
  if (explained !== null)
    return withBook(invocation, head =>
      openAsOf(head, option(invocation, "as-of"), book => explain(book, explained, invocation)),
    );
  const id = option(invocation, "study");
  if (id === null) return withBook(invocation, async book => list(book, invocation));
  const keep = flag(invocation, "keep");
  if (keep && option(invocation, "as-of") !== null)
    throw new UserError({
      code: "usage",
      message: "--keep and --as-of cannot go together",
      hint: "keep what stands now",
    });
  return withBook(
    invocation,
    head => {
      const study = declared(head, id);
      return openAsOf(head, option(invocation, "as-of"), book => estimateStudyOf(book, study, invocation));
    },
    { write: keep },
  );
}

function declared(book: Pick<Book, "codebook">, id: string): StudyDeclaration {
  const found = book.codebook.studies.get(id);
  if (found !== undefined) return found;
  throw new UserError({
    code: "unknown-study",
    message: `the codebook has no study "${id}"`,
    expected: [...book.codebook.studies.keys()].join(", ") || "a codebook with a section `studies`",
  });
}

function list(book: Book, invocation: Invocation): number {
  const { effects } = invocation;
  const studies = [...book.codebook.studies.values()];
  if (flag(invocation, "json"))
    effects.out(
      `${JSON.stringify({ studies: studies.map(({ id, label, question }) => ({ id, label: label.en, question })) })}\n`,
    );
  else
    effects.out(
      studies.map(({ id, question }) => `${id}\n  ${question.trim().replace(/\s+/g, " ")}\n`).join(""),
    );
  return 0;
}

async function estimateStudyOf(book: Book, study: StudyDeclaration, invocation: Invocation): Promise<number> {
  const effect = await import("../../../effect/index.ts");
  const { effects } = invocation;
  effects.progress(`building the panel of ${study.id}`);
  const panel = await effect.buildPanel(book, study.panel);
  const csv = option(invocation, "panel-csv");
  if (csv !== null) writeOutput(csv, panel.csv, effects);
  if (invocation.arguments.length > 0) {
    if (!flag(invocation, "json")) for (const line of droppedLines(panel)) effects.out(`${line}\n`);
    const estimates = await estimateFormulas(invocation, panel.frame);
    await keep(book, { panel, result: estimates, study }, invocation);
    return 0;
  }
  if (option(invocation, "plot") !== null)
    throw new UserError({
      code: "usage",
      message: "--plot is for a formula of your own",
      hint: "without --plot, --svg draws the pictures of the study",
    });
  effects.progress(`estimating ${study.id}`);
  const result = await effect.estimateStudy(panel, study);
  await drawPicture(invocation, () => studyPicture(effect, result));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify(result)}\n`);
  else if (isTable(invocation))
    for (const { estimates, headings } of result.tables)
      effects.out(tableText(invocation, effect, estimates, headings));
  else effects.out(effect.formatStudy(result));
  await keep(book, { panel, result, study }, invocation);
  return 0;
}

const droppedLines = ({ dropped }: BookPanel): string[] =>
  dropped.map(
    ({ reason, rows, countries }) =>
      `Left out of the panel: ${rows} rows, ${reason} (${countries.join(" ")})`,
  );

/** The event studies of the first part, else the coefficients of the first table. */
function studyPicture(effect: typeof import("../../../effect/index.ts"), { staggered, tables }: StudyResult) {
  const [part] = staggered;
  if (part !== undefined) return effect.reportPicture(part.report, part.window);
  const [table] = tables;
  return effect.estimatesPicture(table?.estimates ?? [], table?.headings ?? []);
}

interface Kept {
  readonly panel: BookPanel;
  readonly result: StudyResult | readonly Estimate[];
  readonly study: StudyDeclaration;
}

const SAID = [
  ...["vcov", "ssc", "method", "subset", "weights", "split"],
  ...["cohort", "treatment", "controls", "window", "treated", "date", "donors"],
] as const;

async function keep(book: Book, { panel, result, study }: Kept, invocation: Invocation): Promise<void> {
  if (!flag(invocation, "keep")) return;
  const { keepEstimate } = await import("../../../effect/index.ts");
  const given = SAID.flatMap(name => {
    const value = option(invocation, name);
    return value === null ? [] : [[name, value] as const];
  });
  const { seq } = await keepEstimate(book, panel, result, {
    by: author(invocation),
    study: study.id,
    label: study.label.en,
    formula: invocation.arguments.join("; "),
    options: Object.fromEntries(given),
  });
  invocation.effects.err(`custodes: kept as entry ${seq}, panel ${panel.digest.slice(0, 16)}`);
}

async function stale(book: Book, invocation: Invocation): Promise<number> {
  const { staleEstimates, formatStaleness } = await import("../../../effect/index.ts");
  const found = await staleEstimates(book);
  invocation.effects.out(
    flag(invocation, "json") ? `${JSON.stringify({ estimates: found })}\n` : formatStaleness(found),
  );
  return found.every(({ state }) => state === "current") ? 0 : 1;
}

async function explain(book: Book, id: string, invocation: Invocation): Promise<number> {
  const effect = await import("../../../effect/index.ts");
  const kept = await effect.findEstimate(book, id);
  const study = kept === null ? declared(book, id) : book.codebook.studies.get(kept.study);
  const panel = await effect.buildPanel(book, kept === null ? study!.panel : effect.declarationOf(kept));
  const name = option(invocation, "coef");
  const { effects } = invocation;
  if (name === null) {
    const names = kept?.coefficients.map(one => one.name) ?? [];
    const hint = study === undefined ? "" : effect.explainable(study).join("\n");
    if (flag(invocation, "json"))
      effects.out(
        `${JSON.stringify({ id, coefficients: kept?.coefficients ?? [], explainable: hint.split("\n") })}\n`,
      );
    else
      effects.out(
        `Name one of these with --coef:\n${kept !== null && kept.formula !== "" ? names.join("\n") : hint}\n`,
      );
    return 0;
  }
  const target = effect.targetOfKept(name, { kept, study });
  const found = await effect.explain(book, panel, { study: kept?.study ?? id, name, target });
  if (kept !== null && kept.digest !== panel.digest)
    effects.err(
      "custodes: the panel has changed since this estimate was kept; custodes estimate --stale says how",
    );
  effects.out(flag(invocation, "json") ? `${JSON.stringify(found)}\n` : effect.formatExplanation(found));
  return 0;
}

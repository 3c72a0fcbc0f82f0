import type { Book } from "../../book/types.ts";
import { type StudyDeclaration, UserError } from "../../codebook/index.ts";
import {
  type BookPanel,
  buildPanel,
  estimateStudyApart,
  estimatingCode,
  fromExactJson,
  keptEstimates,
  type StudyResult,
  toExactJson,
} from "../../effect/index.ts";
import type { IndexData, RecordRef } from "../data.ts";
import { segment } from "../frame.ts";
import type { Library } from "./library.ts";

/** The records of one country behind a treatment. */
export interface StudyEvidence {
  readonly code: string;
  readonly name: string;
  readonly first: number | null;
  readonly records: readonly RecordRef[];
}

export interface StudyData extends StudyResult {
  /** Words of countries, by code. */
  readonly names: Readonly<Record<string, string>>;
  /** Evidence by treatment. */
  readonly evidence: Readonly<Record<string, readonly StudyEvidence[]>>;
  /** Estimates of this study kept in the journal, newest first. */
  readonly kept: readonly {
    readonly seq: number;
    readonly at: string;
    readonly formula: string;
    readonly same: boolean;
  }[];
}

/** What a page of a study needs beside its data: the panel, for the CSV. */
export interface OpenedStudy {
  readonly data: StudyData;
  readonly csv: string;
}

/** Estimates by declaration and panel: as long as no number of the panel changes, nothing is estimated again. */
const known = new Map<string, Promise<StudyResult>>();
const MOST = 24;

let running = new AbortController();

/** Ends the threads of studies that are being estimated: nobody will read them. */
export function endStudies(): void {
  running.abort(new UserError({ code: "stopping", message: "the server stops" }));
  running = new AbortController();
}

/** Lets requests that wait have their turn between two estimations. */
const pause = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 0));

function estimated({ book }: Library, panel: BookPanel, study: StudyDeclaration): Promise<StudyResult> {
  const key = `${panel.digest} ${JSON.stringify(study)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { signal } = running;
  const made = keptOrMade(book, key, () => estimateStudyApart(panel, study, { pause, signal }));
  known.set(key, made);
  made.catch(() => known.delete(key));
  for (const oldest of known.keys()) if (known.size > MOST) known.delete(oldest);
  return made;
}

/** What another process left beside the index, if it is of the same panel and code. */
async function keptOrMade(book: Book, key: string, make: () => Promise<StudyResult>): Promise<StudyResult> {
  const code = await estimatingCode();
  if (code === null) return make();
  return fromExactJson(
    await book.keptText(`study ${code} ${key}`, async () => toExactJson(await make())),
  ) as StudyResult;
}

/** A study computed at the entry of the library; null where the codebook has no such study. */
export async function loadStudy(library: Library, id: string): Promise<OpenedStudy | null> {
  const study = library.codebook.studies.get(id);
  if (study === undefined) return null;
  const panel = await buildPanel(library.book, study.panel);
  const result = await estimated(library, panel, study);
  const records = Object.values(panel.treatments).flatMap(({ records: all }) =>
    all.map(({ record }) => record),
  );
  const instances = await library.instances(records);
  const targets = await library.targets([...instances.values()]);
  const refOf = (record: string) => {
    const instance = instances.get(record);
    return instance === undefined ? [] : [library.refOf(instance, targets)];
  };
  const evidence = Object.fromEntries(
    Object.entries(panel.treatments).map(([name, { records: all, first }]) => {
      const codes = [...new Set(all.map(({ country }) => country))];
      const rows = codes.map(
        (code): StudyEvidence => ({
          code,
          name: library.countryName(code),
          first: first[code] ?? null,
          records: all.filter(({ country }) => country === code).flatMap(({ record }) => refOf(record)),
        }),
      );
      return [
        name,
        rows.sort((a, b) => (a.first ?? 9999) - (b.first ?? 9999) || a.name.localeCompare(b.name, "en")),
      ];
    }),
  );
  const codes = Object.values(panel.treatments).flatMap(({ first, records: all }) => [
    ...Object.keys(first),
    ...all.map(({ country }) => country),
  ]);
  const mine = (await keptEstimates(library.book)).filter(({ study: kept }) => kept === id).reverse();
  return {
    csv: panel.csv,
    data: {
      ...result,
      panel: { ...result.panel, asOf: panel.asOf },
      names: Object.fromEntries(
        [...new Set([...codes, ...panel.dropped.flatMap(({ countries }) => countries)])].map(code => [
          code,
          library.countryName(code),
        ]),
      ),
      evidence,
      kept: mine.map(({ seq, at, formula, digest }) => ({ seq, at, formula, same: digest === panel.digest })),
    },
  };
}

export function loadStudyIndex(library: Library): IndexData {
  return {
    title: "Studies",
    text: "Worked studies on panels that this book builds from its own records and series: what is estimated, how far it can be trusted, and what it cannot show.",
    groups: [
      {
        label: "",
        items: [...library.codebook.studies.values()].map(({ id, label, question }) => ({
          href: `/studies/${segment(id)}`,
          label: label.en,
          text: question.trim(),
          count: null,
        })),
      },
    ],
  };
}

import type { Book } from "../../../book/types.ts";
import type { Kind } from "../../../codebook/types.ts";
import type { Judged, LinkedKind } from "../../../link/index.ts";
import { flag, type Invocation, option } from "../../command.ts";
import { readTextInput } from "../../input.ts";
import { withBook } from "../../open.ts";
import { writePictures } from "../../pictures.ts";
import { author } from "../init.ts";
import { kinds, namedKind, numberOption } from "./options.ts";

/** What the rule would join, or with `--write` joins. */
export async function join(invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  const { decide, formatLinkedKind, linkKind, picturesOf } = await import("../../../link/index.ts");
  const threshold = numberOption(invocation, "threshold", value => value > 0 && value < 1);
  const near = numberOption(invocation, "near", value => Number.isInteger(value) && value >= 0);
  const write = flag(invocation, "write");
  const sheet = option(invocation, "learn");
  const learned = sheet === null ? null : await readTextInput(sheet, effects);
  const linked = await withBook(
    invocation,
    async book => {
      const results: LinkedKind[] = [];
      const asked = learned ? [await namedKind(book, invocation, "learn")] : await kinds(book, invocation);
      for (const kind of asked) {
        const result = await linkKind(book, kind, {
          ...(threshold !== null && { threshold }),
          ...(learned && { judged: await judgedIn(learned, book, kind) }),
        });
        if (!write || result.proposed.joined.length === 0) {
          results.push(result);
          continue;
        }
        const judgements = result.proposed.joined.map(({ records, weight, probability }) => ({
          judgement: "same" as const,
          records,
          reason: { rule: "fellegi-sunter", weight, probability, threshold: result.proposed.threshold },
        }));
        const events = await decide(book, kind, { by: author(invocation), judgements });
        results.push({ ...result, events });
      }
      return results;
    },
    { write },
  );
  for (const { kind, diagnosis } of linked) writePictures(invocation, `${kind}-`, picturesOf(diagnosis));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify({ kinds: linked.map(jsonOf) })}\n`);
  else effects.out(linked.map(result => formatLinkedKind(result, near === null ? {} : { near })).join("\n"));
  return 0;
}

/** Pairs that a sheet judges, by the ids of their records. */
async function judgedIn(
  { text, name }: { readonly text: string; readonly name: string },
  book: Book,
  kind: Kind,
): Promise<Judged[]> {
  const { readLabels, readTable, recordsOf } = await import("../../../link/index.ts");
  const ids = (await recordsOf(book, kind)).map(row => String(row["id"]));
  const { pairs } = readLabels(
    readTable(text, name, { least: 1 }),
    new Map(ids.map((id, at) => [id, at])),
    name,
  );
  return pairs.map(({ a, b, same }) => ({ records: [ids[a]!, ids[b]!], same }));
}

const jsonOf = ({ kind, events, proposed, diagnosis }: LinkedKind) => ({
  kind,
  diagnosis,
  events: events.events,
  redirects: Object.fromEntries(events.redirects),
  conflicts: events.conflicts,
  ...proposed,
});

import type { Codebook, Kind } from "../../codebook/index.ts";
import { segment } from "../frame.ts";
import type { View } from "../layout.tsx";
import { Described } from "./parts.tsx";

function KindSection({ kind }: { kind: Kind }) {
  return (
    <section id={`kind-${kind.id}`}>
      <h3>
        <a href={`/records?kind=${segment(kind.id)}`}>{kind.label.en}</a> <code>{kind.id}</code>
      </h3>
      <p>
        <Described text={kind.description} />
      </p>
      <section class="scroll" tabindex={0} aria-label={`Fields of ${kind.label.en}`}>
        <table class="full">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Type</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {kind.fields.map(field => (
              <tr>
                <th scope="row">
                  {field.label.en} <code>{field.id}</code>
                </th>
                <td>
                  {field.type}
                  {field.list !== undefined && (
                    <>
                      {" of "}
                      <a href={`#list-${field.list}`}>{field.list}</a>
                    </>
                  )}
                  {field.many && ", several"}
                  {field.required && ", required"}
                  {field.sensitive && ", withheld"}
                </td>
                <td>
                  <Described text={field.description} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The codebook as a reference: kinds with their fields, code lists, and the ways to measures, series and indicators. */
export function codebookView(codebook: Codebook): View {
  return {
    title: "Codebook",
    description: `What the book "${codebook.title.en}" can hold, and what its words mean.`,
    body: (
      <>
        <h1>Codebook</h1>
        <p class="lede">
          What the book {codebook.title.en} can hold, and what its words mean. See also the{" "}
          <a href="/measures">measures</a>, <a href="/series">series</a> and{" "}
          <a href="/indicators">indicators</a>, and the{" "}
          <a href="/openapi.json">description of every address</a>.
        </p>
        <h2>Kinds of record</h2>
        {[...codebook.kinds.values()].map(kind => (
          <KindSection kind={kind} />
        ))}
        <h2>Code lists</h2>
        {[...codebook.lists.values()].map(list => (
          <section id={`list-${list.id}`}>
            <h3>
              {list.label.en} <code>{list.id}</code>
            </h3>
            <dl class="fields">
              {[...list.codes].map(([code, { label, description }]) => (
                <>
                  <dt>
                    <code>{code}</code>
                  </dt>
                  <dd>
                    {label.en}
                    {description === undefined ? "" : `. ${description}`}
                  </dd>
                </>
              ))}
            </dl>
          </section>
        ))}
      </>
    ),
  };
}

/** The codebook as plain data: the maps of the declarations become objects. */
export function codebookData(codebook: Codebook) {
  const plain = <T,>(map: ReadonlyMap<string, T>) => Object.fromEntries(map);
  return {
    id: codebook.id,
    title: codebook.title,
    version: codebook.version,
    kinds: plain(codebook.kinds),
    lists: Object.fromEntries(
      [...codebook.lists].map(([id, list]) => [id, { ...list, codes: plain(list.codes) }]),
    ),
    measures: plain(codebook.measures),
    series: plain(codebook.series),
    indicators: plain(codebook.indicators),
  };
}

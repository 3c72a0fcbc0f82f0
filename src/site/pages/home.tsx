import { VerdictBar, verdictCounts } from "../article/summary.tsx";
import { Timeline } from "../charts/timeline.tsx";
import type { HomeData } from "../data.ts";
import { countOf, formatNumber } from "../format.ts";
import { segment } from "../frame.ts";
import { Sign, SignSheet } from "../icons.tsx";
import type { View } from "../layout.tsx";
import { WorldMap, WorldSheet } from "../maps/world-map.tsx";
import { RecordList } from "./parts.tsx";

function Tiles({ data }: { data: HomeData }) {
  return (
    <ul class="tiles">
      {data.kinds.map(({ kind, label, plural, count }) => (
        <li>
          <a href={`/records?kind=${segment(kind)}`}>
            <b>{formatNumber(count)}</b>
            <span>{(count === 1 ? label : plural).toLowerCase()}</span>
          </a>
        </li>
      ))}
      <li>
        <a href="/countries">
          <b>{formatNumber(data.countries)}</b>
          <span>countries named</span>
        </a>
      </li>
    </ul>
  );
}

function Article({ article }: { article: NonNullable<HomeData["article"]> }) {
  return (
    <section class="panel sample">
      <SignSheet />
      <p class="kicker">A checked article</p>
      <h2>
        <a href={`/articles/${article.id}`}>{article.title}</a>
      </h2>
      <VerdictBar summary={article.summary} />
      <ul class="key verdicts">
        {verdictCounts(article.summary).map(({ words, count }) => (
          <li>
            <Sign verdict={words.id} /> {words.label.toLowerCase()} {count}
          </li>
        ))}
      </ul>
      <p>
        <a class="primary" href={`/articles/${article.id}`}>
          Read it with its {countOf(article.summary.claims, "finding")}
        </a>{" "}
        <a href="/check">Check a text of your own</a>
      </p>
    </section>
  );
}

function NoArticle() {
  return (
    <section class="panel">
      <h2>Check a text</h2>
      <p>
        Paste an article or a draft: each claim in it gets a verdict with its reasons and the evidence on both
        sides.
      </p>
      <p>
        <a class="primary" href="/check">
          Check a text
        </a>
      </p>
    </section>
  );
}

/** The first page: what the book holds, where, when, and an article checked against it. */
export function homeView(data: HomeData): View {
  return {
    title: data.title,
    description: `${data.title}: sourced records, honest counts and checked articles.`,
    styles: ["article.css"],
    wide: true,
    body: (
      <>
        <p class="kicker">An open observatory</p>
        <h1>{data.title}</h1>
        <p class="lede">
          Sourced records, counts that say what they leave out, and articles checked sentence by sentence
          against both. Every fact here stands with its source.
        </p>
        {data.article === null ? <NoArticle /> : <Article article={data.article} />}
        <h2>What is in the book</h2>
        <p class="hint">
          What sources report and this book has read: documented, at least. What nobody reported is not in
          these numbers.
        </p>
        <Tiles data={data} />
        <h2>Where</h2>
        <WorldSheet />
        <div class="columns maps">
          {data.maps.map(map => (
            <section>
              <h3>
                {map.kindPlural} by {map.fieldLabel.toLowerCase()}
              </h3>
              <WorldMap data={map} id={`map-${map.kind}`} />
            </section>
          ))}
        </div>
        <h2>When</h2>
        <div class="columns">
          {data.timelines.map(timeline => (
            <section>
              <h3>{timeline.kindPlural} by year</h3>
              <Timeline data={timeline} id={`time-${timeline.kind}`} />
            </section>
          ))}
        </div>
        <div class="columns">
          <section>
            <h2>Newest</h2>
            <RecordList records={data.newest} showKind />
          </section>
          <section>
            <h2>Recomputed from the book</h2>
            <ul class="plain">
              {data.indicators.map(({ id, label }) => (
                <li>
                  <a href={`/indicators/${segment(id)}`}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </>
    ),
  };
}

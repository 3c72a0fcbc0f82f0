import type { CheckedDocument } from "../../check/types.ts";
import type { MapData, TimelineData } from "./counts.ts";
import type { ArticleRef, KindCount, RecordRef } from "./refs.ts";

/** The first page. */
export interface HomeData {
  readonly title: string;
  readonly kinds: readonly KindCount[];
  readonly countries: number;
  readonly maps: readonly MapData[];
  readonly timelines: readonly TimelineData[];
  readonly newest: readonly RecordRef[];
  readonly article: (ArticleRef & { readonly summary: CheckedDocument["summary"] }) | null;
  readonly indicators: readonly { readonly id: string; readonly label: string }[];
}

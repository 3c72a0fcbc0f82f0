export { titleOf } from "./article/blocks.ts";
export { type Citation, cite, correctionOf } from "./article/correction.ts";
export { type Origin, originsOf } from "./article/origins.ts";
export {
  type ArticleFileOptions,
  type ArticlePageOptions,
  articleView,
  renderArticle,
  renderStandaloneArticle,
} from "./article/render.tsx";
export { summarySentence } from "./article/summary.tsx";
export { AS_OF, type AskedEntry } from "./as-of.ts";
export { type Bounds, ceiling, floor, interval, type Point, pointOf, unbounded } from "./charts/bounds.ts";
export { indicatorPicture } from "./charts/indicator.ts";
export { pictureSvg } from "./charts/picture.tsx";
export { svgToPng } from "./charts/png.ts";
export { undercountPicture } from "./charts/undercount.ts";
export type * from "./data.ts";
export { formatAmount, formatDate, formatNumber, formatPeriod } from "./format.ts";
export { type Frame, safeUrl, segment, type Table } from "./frame.ts";
export { renderPage, type View } from "./layout.tsx";
export { citationsOf } from "./load/citations.ts";
export { presentIndicator } from "./load/indicator.ts";
export { Library } from "./load/library.ts";
export { endStudies } from "./load/study.ts";
export { linkageOf } from "./load/undercount.ts";
export type { CheckedArticle, Opened, Page, PageRequest, Site } from "./page.ts";
export { checkView } from "./pages/check.tsx";
export { type ErrorData, errorView } from "./pages/error.tsx";
export { PAGES, SECTIONS } from "./routes.ts";
export { VERDICTS, verdictWords } from "./verdicts.ts";

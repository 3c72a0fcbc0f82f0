export { type BookFolder, readBookFolder } from "./book-folder.ts";
export { checkBookFolder } from "./check-book-folder.ts";
export { type Fetched, type FetchOptions, fetchPage, isPublic } from "./fetch.ts";
export {
  type BroughtUp,
  bringUpToDate,
  isCurrent,
  shippedBookFolder,
  type UpToDateOptions,
} from "./shipped-book.ts";
export {
  type ArticleCapture,
  articlesOf,
  type BookUpdate,
  type BuildOptions,
  buildBook,
  type UpdateOptions,
  updateBook,
} from "./update-book.ts";

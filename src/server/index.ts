export { createApp } from "./app.ts";
export { articleId, articlesOf, type KeptArticle } from "./articles.ts";
export { isLoopback } from "./loopback.ts";
export { openApi } from "./openapi.ts";
export { startServer } from "./start-server.ts";
export type * from "./types.ts";

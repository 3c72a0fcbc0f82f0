// Child process of bench/pages.mjs: the least that a Node server can do, as the yardstick of the same run.
import { createServer } from "node:http";

const body = "a".repeat(20_000);
const server = createServer((_, response) => response.end(body));
server.listen(0, "127.0.0.1", () =>
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })),
);
process.stdin.resume().on("end", () => server.close(() => process.exit(0)));

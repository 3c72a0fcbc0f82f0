// Checks a folder of codebook and facts (default: the shipped book) and prints every problem with its file, line and what to do.
// Run after `npm run build`: node scripts/check-facts.mjs [FOLDER]
import { formatProblem, isRecords, UserError } from "../dist/codebook/index.js";
import { checkBookFolder, readBookFolder, shippedBookFolder } from "../dist/import/index.js";

try {
  const { parsed } = checkBookFolder(await readBookFolder(process.argv[2] ?? shippedBookFolder()));
  for (const facts of parsed)
    console.log(`${facts.file}: ${facts.rows.length} ${isRecords(facts) ? facts.kind : "series"} rows`);
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  for (const problem of error.problems) console.error(formatProblem(problem));
  process.exitCode = 1;
}

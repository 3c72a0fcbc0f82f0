import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";

/** Bytes of the digest that kept code begins with. */
const DIGEST = 32;

/**
 * The command line as the one script that the build makes of its modules (scripts/one-script.mjs), with the code that an earlier run
 * compiled. Null where there is no such script, or where the modules were compiled after it.
 *
 * Code is kept beside the script, for each version of Node its own; whoever may write it may write the script as well. The engine
 * refuses code of another version or of other settings, the digest what is of another script or damaged, and it is then compiled as if
 * nothing had been kept.
 */
export function openScript(dist) {
  const file = fileURLToPath(new URL("custodes.cjs", dist));
  const source = sourceOf(file, dist);
  if (source === null) return null;
  const kept = fileURLToPath(new URL(`custodes.${process.version}-${process.arch}.code`, dist));
  const name = source.slice(0, source.indexOf("\n"));
  const cachedData = readKept(kept, name);
  const script = new Script(source, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const found = {};
  const meta = path => ({ url: new URL(path, dist).href, resolve: import.meta.resolve });
  const load = specifier => import(specifier);
  script.runInThisContext()(found, createRequire(file), meta, load);
  const isWarm = cachedData !== null && !script.cachedDataRejected;
  return {
    main: found.main,
    isWarm,
    /** Keeps the code that this run has compiled so far. */
    keep: () => isWarm || writeKept(kept, name, script.createCachedData()),
  };
}

function sourceOf(file, dist) {
  try {
    return isBehind(file, dist) ? null : readFileSync(file, "latin1");
  } catch {
    return null;
  }
}

/** Only where the source stands beside the build may modules have been compiled alone; an installed package has the times of its unpacking. */
function isBehind(file, dist) {
  if (!existsSync(new URL("../src/", dist))) return false;
  return statSync(file).mtimeMs < statSync(new URL("cli/main.js", dist)).mtimeMs;
}

const digestOf = (name, code) => createHash("sha256").update(name).update(code).digest();

function readKept(file, name) {
  try {
    const bytes = readFileSync(file);
    const code = bytes.subarray(DIGEST);
    return digestOf(name, code).equals(bytes.subarray(0, DIGEST)) ? code : null;
  } catch {
    return null;
  }
}

/** Whole or not at all; an installation that is not the user's own is left as it is. */
function writeKept(file, name, code) {
  const part = `${file}.${process.pid}`;
  try {
    writeFileSync(part, Buffer.concat([digestOf(name, code), code]));
    renameSync(part, file);
  } catch {
    rmSync(part, { force: true });
  }
}

import { unzipSync } from "fflate";
import { Refusal } from "./refusal.ts";

/** What an archive may hold; more is taken for an attack or a mistake, and refused. */
const ARCHIVE = {
  entries: 5000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  ratio: 200,
} as const;

const bomb = (message: string) =>
  new Refusal("archive-bomb", message, "if you know where it comes from, unpack it and give its text");

/** Unpacks the entries that are asked for. Sizes are checked against the directory before anything is inflated. */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      entries++;
      if (entries > ARCHIVE.entries) throw bomb(`the archive has more than ${ARCHIVE.entries} entries`);
      if (!wanted(name)) return false;
      total += originalSize;
      if (originalSize > ARCHIVE.entryBytes || total > ARCHIVE.totalBytes)
        throw bomb(`the archive unpacks to more than ${ARCHIVE.totalBytes / 1024 / 1024} MB`);
      if (originalSize > 1_000_000 && originalSize > size * ARCHIVE.ratio)
        throw bomb(
          `an entry of the archive is packed ${Math.round(originalSize / size)} times, which no document is`,
        );
      return true;
    },
  });
  return new Map(Object.entries(files));
}

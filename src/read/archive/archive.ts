import { concat, inflateChunks } from "./inflate.ts";
import { parsePageList } from "./page-list.ts";
import { type ArchivedPage, type ArchiveSummary, PAGE_BYTES, Sorter, startsWith, TYPES } from "./sorter.ts";
import { type ByteSource, chunksOf } from "./source.ts";
import { warcRecords } from "./warc.ts";
import { entryChunks, type ZipEntry, zipEntries } from "./zip.ts";

const LIST_BYTES = 32 * 1024 * 1024;

/** The kind of web archive that bytes begin, or null. */
export async function archiveFormat(source: ByteSource): Promise<"warc" | "warc.gz" | "wacz" | null> {
  const head = await source.read(0, 64 * 1024);
  if (startsWith(head, "WARC/")) return "warc";
  if (startsWith(head, "\u001f\u008b")) {
    try {
      for await (const chunk of inflateChunks(one(head), "gzip"))
        return startsWith(chunk, "WARC/") ? "warc.gz" : null;
    } catch {
      return null;
    }
  }
  if (!startsWith(head, "PK\u0003\u0004")) return null;
  const entries = await zipEntries(source).catch(() => []);
  return entries.some(entry => isWarc(entry.name)) ? "wacz" : null;
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const isWarc = (name: string): boolean => /^archive\/[^/]+\.warc(?:\.gz)?$/.test(name);

async function* sortFile(
  chunks: AsyncIterable<Uint8Array>,
  sorter: Sorter,
  name: string,
): AsyncGenerator<ArchivedPage> {
  const where = name === "" ? "The archive" : name;
  let damaged = 0;
  const before = sorter.records;
  try {
    for await (const record of warcRecords(chunks, {
      wanted: TYPES,
      most: PAGE_BYTES,
      damaged: () => damaged++,
    })) {
      const page = await sorter.sort(record);
      if (record.cut) sorter.warnings.push(`${where} breaks off within its last record.`);
      if (page) yield page;
    }
  } catch (error) {
    sorter.warnings.push(
      `${where} was read up to record ${sorter.records - before}: ${(error as Error).message}.`,
    );
  }
  if (damaged > 0)
    sorter.warnings.push(
      `${where} is damaged: ${damaged} ${damaged === 1 ? "stretch" : "stretches"} of it ${damaged === 1 ? "was" : "were"} passed over.`,
    );
}

async function textOf(source: ByteSource, entry: ZipEntry): Promise<string> {
  if (entry.size > LIST_BYTES) throw new Error(`${entry.name} has more than ${LIST_BYTES / 1024 / 1024} MB`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of entryChunks(source, entry)) {
    parts.push(chunk);
    size += chunk.length;
    if (size > LIST_BYTES)
      throw new Error(`${entry.name} unpacks to more than ${LIST_BYTES / 1024 / 1024} MB`);
  }
  return new TextDecoder().decode(concat(parts));
}

async function* sortWacz(source: ByteSource, sorter: Sorter): AsyncGenerator<ArchivedPage> {
  const entries = await zipEntries(source);
  for (const entry of entries.filter(each => /^pages\/[^/]+\.jsonl$/.test(each.name)))
    try {
      sorter.list(parsePageList(await textOf(source, entry)));
    } catch (error) {
      sorter.warnings.push(`The list of pages ${entry.name} was not read: ${(error as Error).message}.`);
    }
  for (const entry of entries.filter(each => isWarc(each.name))) {
    const chunks = entryChunks(source, entry);
    yield* sortFile(/\.gz$/.test(entry.name) ? inflateChunks(chunks, "gzip") : chunks, sorter, entry.name);
  }
}

/**
 * The pages of a web archive (WARC, WARC packed with gzip, WACZ), one in memory at a time; then what else it holds. Given are answers
 * with HTML, text or PDF in them; of a WACZ with a list of pages those that are listed. Everything else is counted by reason.
 * Throws where the source is no web archive.
 */
export async function* readArchive(source: ByteSource): AsyncGenerator<ArchivedPage, ArchiveSummary> {
  const format = await archiveFormat(source);
  if (format === null) throw new Error("it is no web archive (WARC or WACZ)");
  const sorter = new Sorter();
  if (format === "wacz") yield* sortWacz(source, sorter);
  else {
    const chunks = chunksOf(source);
    yield* sortFile(format === "warc" ? chunks : inflateChunks(chunks, "gzip"), sorter, "");
  }
  return sorter.summary(format === "wacz" ? "wacz" : "warc");
}

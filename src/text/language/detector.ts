/** A detector of languages beyond the short cuts: text in, ISO 639-1 code or "" out. */
export type Detector = (text: string) => string;

interface Eld {
  readonly eld: { detect(text: string): { language: string } };
}

let detector: Detector | null | undefined;

/**
 * The small model of eld, loaded at first need: its 1.6 MB would cost every start a fifth of a second. Node (20.19 and later)
 * can load a module synchronously; where that is not possible (a browser), `null`, until `prepareDetector` has been awaited.
 */
export function lazyDetector(): Detector | null {
  if (detector !== undefined) return detector;
  const builtin = (globalThis.process as { getBuiltinModule?: (name: string) => unknown } | undefined)
    ?.getBuiltinModule;
  const module = builtin?.("node:module") as
    | { createRequire(url: string): (path: string) => unknown }
    | undefined;
  const url = builtin?.("node:url") as { fileURLToPath(url: string): string } | undefined;
  if (!module || !url || typeof import.meta.resolve !== "function") {
    detector = null;
    return null;
  }
  const { eld } = module.createRequire(import.meta.url)(
    url.fileURLToPath(import.meta.resolve("eld/small")),
  ) as Eld;
  detector = text => eld.detect(text).language;
  return detector;
}

/** Loads the model where it cannot be loaded on demand. */
export async function prepareDetector(): Promise<void> {
  const { eld } = await import("eld/small");
  detector = text => eld.detect(text).language;
}

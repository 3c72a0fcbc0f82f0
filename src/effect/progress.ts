/** Where long work is. */
export interface Progress {
  /** Pieces finished. */
  readonly done: number;
  readonly total: number;
  /** The piece that begins. */
  readonly what: string;
}

export type OnProgress = (progress: Progress) => void;

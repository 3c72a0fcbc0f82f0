/** Who was last told to give. */
export interface Giver {
  readonly countries: readonly string[];
  readonly entities: readonly string[];
}

/** What the text has been speaking of, for "this training", "the two companies", "there". */
export interface Focus {
  /** Last giver by kind of frame. */
  readonly givers: Map<string, Giver>;
  /** Countries last named as a place where something happens. */
  places: readonly string[];
  placesParagraph: number;
}

export const newFocus = (): Focus => ({ givers: new Map(), places: [], placesParagraph: -PLACE_REACH });

/** Two sentences back, "there" no longer points. */
export const PLACE_REACH = 3;

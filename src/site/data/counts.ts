/** Records of a kind by the country of one field. */
export interface MapData {
  readonly kind: string;
  readonly kindPlural: string;
  readonly field: string;
  readonly fieldLabel: string;
  /** Records by country; a country that is not here has no record, which is not the same as no event. */
  readonly values: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  /** Records that name no country. */
  readonly unplaced: number;
}

/** Records of a kind by year. */
export interface TimelineData {
  readonly kind: string;
  readonly kindPlural: string;
  readonly fieldLabel: string;
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** Records without a date, counted and said. */
  readonly undated: number;
}

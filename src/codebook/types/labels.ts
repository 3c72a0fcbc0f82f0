/** Words in several languages by BCP 47 code; `en` is always there. */
export type Labels = { en: string } & Record<string, string>;

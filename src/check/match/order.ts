/** Order of ids and dates by their characters: the same on every machine, whatever its language is. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Levels of two names of organisations, from the lowest. */
export const NAME_LEVELS = [
  "different",
  "similar (Jaro-Winkler 0.85) or initials",
  "words of one in the other, or its initials in capitals",
  "alike in sound, or word for word",
  "equal",
] as const;

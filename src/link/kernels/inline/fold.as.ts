// Cells of ASCII, folded.

/** Is it a year, month and day of four, two and two digits with - . or / between? */
export function isPlainDate(at: usize, length: i32): bool {
  if (length != 10) return false;
  for (let i = 0; i < 10; i++) {
    const point = <i32>load<u8>(at + <usize>i);
    const fits = i == 4 || i == 7 ? point >= 45 && point <= 47 : point >= 48 && point <= 57;
    if (!fits) return false;
  }
  return true;
}

/**
 * Folds an ASCII cell to a place and returns its length there; -1 where it is not ASCII. `folded` has 128 entries: what each character becomes, 0 for
 * nothing. With `spaces` one is kept between words.
 */
export function fold(at: usize, length: i32, folded: usize, spaces: bool, into: usize): i32 {
  let kept = 0;
  let space = false;
  for (let i = 0; i < length; i++) {
    const point = load<u8>(at + <usize>i);
    if (point > 127) return -1;
    const to = load<u8>(folded + <usize>point);
    if (to == 0) continue;
    if (to == 32) {
      space = spaces && kept > 0;
      continue;
    }
    if (space) {
      i32.store8(into + <usize>kept, 32);
      kept++;
    }
    space = false;
    i32.store8(into + <usize>kept, to);
    kept++;
  }
  return kept;
}

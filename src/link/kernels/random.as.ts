// Pairs of rows at random: `randomPairs` of `../train.ts` with the numbers of `../random.ts`.

let state: u32 = 0;

@inline
function random(): f64 {
  state += 0x6d2b79f5;
  let mixed = (state ^ (state >>> 15)) * (1 | state);
  mixed = (mixed + (mixed ^ (mixed >>> 7)) * (61 | mixed)) ^ mixed;
  return <f64>(mixed ^ (mixed >>> 14)) / 4294967296;
}

/** Writes so many pairs of different rows. */
export function randomPairs(seed: i32, rows: i32, length: i32, a: usize, b: usize): void {
  state = <u32>seed;
  for (let pair: usize = 0; pair < <usize>length; pair++) {
    const first = <i32>floor(random() * <f64>rows);
    const second = <i32>floor(random() * <f64>(rows - 1));
    i32.store(a + (pair << 2), first);
    i32.store(b + (pair << 2), second >= first ? second + 1 : second);
  }
}

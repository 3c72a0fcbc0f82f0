import { at4 } from "./lists.as";

/** The root of a row in a tree of rows, whose paths are halved on the way. */
export function rootOf(parent: usize, row: i32): i32 {
  let root = row;
  for (;;) {
    const up = i32.load(at4(parent, root));
    if (up == root) return root;
    const above = i32.load(at4(parent, up));
    i32.store(at4(parent, root), above);
    root = above;
  }
  return root;
}

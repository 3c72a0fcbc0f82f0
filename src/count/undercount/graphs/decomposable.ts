import { bits } from "../table/table.ts";

/** A decomposable graph on the lists: its cliques and the separators of a junction tree, as sets of lists. The empty separator is left out. */
export interface DecomposableGraph {
  readonly cliques: readonly number[];
  readonly separators: readonly number[];
}

/**
 * Every decomposable (chordal) graph on so many lists: 2, 8, 61, 822 for 2 to 5. A graph is decomposable if and only if maximum
 * cardinality search gives a perfect elimination order (Tarjan and Yannakakis 1984).
 */
export function decomposableGraphs(lists: number): DecomposableGraph[] {
  const edges: [number, number][] = [];
  for (let j = 1; j < lists; j++) for (let i = 0; i < j; i++) edges.push([i, j]);
  const graphs: DecomposableGraph[] = [];
  for (let chosen = 0; chosen < 1 << edges.length; chosen++) {
    const neighbours = new Int32Array(lists);
    edges.forEach(([i, j], at) => {
      if (((chosen >> at) & 1) === 0) return;
      neighbours[i]! |= 1 << j;
      neighbours[j]! |= 1 << i;
    });
    const graph = decompose(neighbours);
    if (graph) graphs.push(graph);
  }
  return graphs;
}

/** Cliques and separators from the adjacency sets; null where the graph is not chordal. */
export function decompose(neighbours: Int32Array): DecomposableGraph | null {
  const n = neighbours.length;
  const cliques: number[] = [];
  const separators: number[] = [];
  let visited = 0;
  for (let step = 0; step < n; step++) {
    let next = -1;
    for (let v = 0; v < n; v++) {
      if ((visited >> v) & 1) continue;
      if (next < 0 || bits(neighbours[v]! & visited) > bits(neighbours[next]! & visited)) next = v;
    }
    const before = neighbours[next]! & visited;
    if (!complete(before, neighbours)) return null;
    const clique = before | (1 << next);
    const grown = cliques.indexOf(before);
    // The earlier neighbours are a whole clique: it grows. Else a new clique hangs on them.
    if (grown >= 0 && before !== 0) cliques[grown] = clique;
    else {
      if (before !== 0) separators.push(before);
      cliques.push(clique);
    }
    visited |= 1 << next;
  }
  return { cliques, separators };
}

function complete(set: number, neighbours: Int32Array): boolean {
  for (let v = 0; v < neighbours.length; v++)
    if ((set >> v) & 1 && (set & ~(1 << v) & ~neighbours[v]!) !== 0) return false;
  return true;
}

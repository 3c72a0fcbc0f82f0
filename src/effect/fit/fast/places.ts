import { STATE } from "../../data/facts.ts";
import { Layout } from "../../kernels/workspace.ts";
import { type BaseOrder, type Block, CHUNK, type Staging } from "./base-order.ts";
import { patternBytes, type SmallPlaces, smallPlaces } from "./small-slot.ts";

/** An effect other than the base: the node of each row, and where its part of a vector begins. */
export interface Slot {
  readonly nodes: number;
  /** Nodes of the slots before it. */
  readonly offset: number;
  readonly size: number;
}

/** What one part of the rows has of its own, so that two threads can visit both. */
export interface PartPlaces {
  readonly blocks: readonly Block[];
  /** Sums over rows. */
  readonly sums: number;
  /** Four sums of products for every two pairs of columns, those of a pair with the ones up to itself together. */
  readonly products: number;
  /** A pair of numbers for each row of a block. */
  readonly residuals: number;
  /** For every pair of columns its sums for the groups of a block; a list of these places; and products as above. */
  readonly scores: readonly number[];
  readonly scoreList: number;
  readonly scoreProducts: number;
  /** Where this part writes what the first part writes to vectors; null in the first. */
  readonly vectors: readonly number[] | null;
  /** Sums by pattern, where the panel has places for them. */
  readonly patternSums: number;
}

/** Where everything of a panel stands in the memory of the kernels. */
export interface Places {
  readonly staging: Staging;
  readonly pointers: number;
  readonly inverse: number;
  /** 0 for equal weights. */
  readonly weights: number;
  readonly slots: readonly Slot[];
  readonly diagonal: number;
  readonly small: SmallPlaces | null;
  /** One pair a node, each, or `width` of them. */
  readonly vectors: readonly number[];
  readonly width: number;
  /** One number a node. */
  readonly totals: number;
  /** One pair a row, where there are more than two slots. */
  readonly scratch: number;
  readonly parts: readonly PartPlaces[];
  readonly sums: number;
  /** How far each column moves in a step of a solve. */
  readonly steps: number;
  /** What kernels look up. */
  readonly tables: number;
  /** One pair a group of the base. */
  readonly groupSums: number;
  /** One number a row, each. */
  readonly columns: readonly number[];
  /** Two columns side by side, each; and a list of these places. */
  readonly pairs: readonly number[];
  readonly pairList: number;
  /** A factor for each column in pairs. */
  readonly mixture: number;
  readonly bytes: number;
}

/** What a panel needs room for beside its effects. */
export interface Wanted {
  readonly pairs: number;
  readonly columns: number;
  readonly hasWeights: boolean;
  /** Pairs of numbers by node beyond those of the solve. */
  readonly vectors: number;
  /** How many vectors are summed in one visit of the rows. */
  readonly summed: number;
  /** How many pairs are solved for together: so many stand in vectors for each node. */
  readonly width: number;
}

/** Vectors of a solve. */
export const SOLVING = 5;

/** Bytes for the tables of the exponential. */
const TABLES = 1024;

/** Bytes of a place for sums, and of the products of two pairs. */
const SUMS = 512;
export const PRODUCT = 32;

export const pairsOf = (columns: number): number => Math.ceil(columns / 2);

/** Every pair with those up to itself. */
export const numberOfProducts = (pairs: number): number => (pairs * (pairs + 1)) / 2;

/** Lays a panel out whose slots have these sizes. */
export function layOut(
  { rows, groups, sorted, largestBlock, mostGroups, parts }: BaseOrder,
  sizes: readonly number[],
  wanted: Wanted,
): Places {
  const layout = new Layout();
  const nodes = sizes.reduce((sum, size) => sum + size, 0);
  const many = (count: number, bytes: number) => Array.from({ length: count }, () => layout.take(bytes));
  const staging = {
    codes: layout.take(4 * CHUNK),
    a: layout.take(8 * CHUNK),
    b: layout.take(8 * CHUNK),
    facts: layout.take(STATE),
    next: sorted ? 0 : layout.take(4 * groups),
  };
  let offset = 0;
  const slots = sizes.map(size => {
    const slot = { nodes: layout.take(4 * rows), offset, size };
    offset += size;
    return slot;
  });
  const { width, hasWeights } = wanted;
  const small = hasWeights ? null : smallPlaces(layout, slots, { rows, groups, width });
  const places = {
    staging,
    slots,
    small,
    pointers: layout.take(4 * (groups + 1)),
    inverse: layout.take(8 * groups),
    weights: hasWeights ? layout.take(8 * rows) : 0,
    diagonal: layout.take(8 * nodes),
    vectors: many(SOLVING + wanted.vectors, 16 * nodes * width),
    width,
    totals: wanted.vectors > 0 ? layout.take(8 * nodes) : 0,
    scratch: slots.length > 2 ? layout.take(16 * rows) : 0,
    sums: layout.take(SUMS),
    steps: layout.take(SUMS),
    tables: layout.take(TABLES),
    parts: parts.map((blocks, part) => ({
      blocks,
      sums: layout.take(SUMS),
      products: layout.take(PRODUCT * numberOfProducts(wanted.pairs)),
      residuals: layout.take(16 * Math.max(CHUNK, largestBlock)),
      scores: many(wanted.pairs, 16 * mostGroups),
      scoreList: layout.take(4 * wanted.pairs),
      scoreProducts: layout.take(PRODUCT * numberOfProducts(wanted.pairs)),
      vectors: part === 0 ? null : many(wanted.summed, 16 * nodes * width),
      patternSums: small === null ? 0 : layout.take(patternBytes(width)),
    })),
    groupSums: layout.take(16 * groups),
    columns: many(wanted.columns, 8 * rows),
    pairs: many(wanted.pairs, 16 * rows),
    pairList: layout.take(4 * wanted.pairs),
    mixture: layout.take(16 * wanted.pairs),
  };
  return { ...places, bytes: layout.bytes };
}

/** For each row the column it is given, or null; and how many comparisons it took, so that a test can watch them grow. */
export type Assignment = { readonly columnOf: readonly (number | null)[]; readonly steps: number };

/**
 * Gives rows to columns so that the sum of the scores is the largest possible: each row to at most one column, each column
 * to at most `capacities[column]` rows, never where the score is null. Exact, not greedy: a row may be moved to its second
 * best so that another one is helped at all.
 *
 * The Hungarian method with potentials (Kuhn 1955, Munkres 1957, in the O(rows² · columns) form of Jonker and Volgenant
 * 1987). A column of capacity c stands c times; each row has a place «nobody» of its own at no gain, so that a row without
 * a good column stays free. Scores are whole numbers above zero: sums are exact, and no tie is made by rounding. Of equal
 * assignments the one is given that the order of rows and columns leads to: sort both by name, and it is always the same.
 */
export function assign(scores: readonly (readonly (number | null)[])[], capacities: readonly number[]): Assignment {
  const rows = scores.length;
  // More places of one column than there are rows are never used.
  const places = capacities.flatMap((capacity, column) =>
    Array.from({ length: Math.min(Math.max(capacity, 0), rows) }, () => column),
  );
  const columns = places.length + rows;
  const costOf = (row: number, place: number): number => {
    const column = places[place];
    if (column === undefined) return 0;
    const score = scores[row]?.[column] ?? null;
    // Refused: worse than nobody, and there is a place «nobody» for every row.
    return score === null ? 1 : -score;
  };
  // Rows and places count from 1; 0 is the row that waits and the place it waits at.
  const rowPotential = new Float64Array(rows + 1);
  const placePotential = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  let steps = 0;
  for (let row = 1; row <= rows; row += 1) {
    rowAt[0] = row;
    let place = 0;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(columns + 1);
    const isSeen = new Uint8Array(columns + 1);
    do {
      isSeen[place] = 1;
      const waiting = rowAt[place] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let candidate = 1; candidate <= columns; candidate += 1) {
        if (isSeen[candidate]) continue;
        steps += 1;
        const reduced =
          costOf(waiting - 1, candidate - 1) - (rowPotential[waiting] ?? 0) - (placePotential[candidate] ?? 0);
        if (reduced < (least[candidate] ?? 0)) {
          least[candidate] = reduced;
          cameFrom[candidate] = place;
        }
        if ((least[candidate] ?? 0) < delta) {
          delta = least[candidate] ?? 0;
          next = candidate;
        }
      }
      for (let seen = 0; seen <= columns; seen += 1) {
        if (isSeen[seen]) {
          const held = rowAt[seen] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + delta;
          placePotential[seen] = (placePotential[seen] ?? 0) - delta;
        } else least[seen] = (least[seen] ?? 0) - delta;
      }
      place = next;
    } while (rowAt[place] !== 0);
    // The path back: everybody on it moves by one place.
    while (place !== 0) {
      const before = cameFrom[place] ?? 0;
      rowAt[place] = rowAt[before] ?? 0;
      place = before;
    }
  }
  const columnOf: (number | null)[] = Array.from({ length: rows }, () => null);
  for (let place = 1; place <= columns; place += 1) {
    const row = (rowAt[place] ?? 0) - 1;
    const column = places[place - 1];
    if (row >= 0 && column !== undefined && (scores[row]?.[column] ?? null) !== null) columnOf[row] = column;
  }
  return { columnOf, steps };
}

/** Rows that hold few of many columns, in flat typed arrays. */

/** Row r is `ids[starts[r] … starts[r+1]-1]` with `values` beside them. */
export type SparseRows = { readonly starts: Int32Array; readonly ids: Int32Array; readonly values: Float32Array };

export function toSparse(rows: readonly (readonly (readonly [id: number, value: number])[])[]): SparseRows {
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const [starts, ids, values] = [new Int32Array(rows.length + 1), new Int32Array(size), new Float32Array(size)];
  let at = 0;
  rows.forEach((row, r) => {
    starts[r] = at;
    for (const [id, value] of row) {
      ids[at] = id;
      values[at] = value;
      at += 1;
    }
  });
  starts[rows.length] = at;
  return { starts, ids, values };
}

/** Columns become rows. */
export function transpose(rows: SparseRows, columns: number): SparseRows {
  const starts = new Int32Array(columns + 1);
  for (const id of rows.ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let c = 0; c < columns; c += 1) starts[c + 1] = (starts[c + 1] ?? 0) + (starts[c] ?? 0);
  const next = starts.slice();
  const [ids, values] = [new Int32Array(rows.ids.length), new Float32Array(rows.ids.length)];
  for (let row = 0; row + 1 < rows.starts.length; row += 1) {
    eachOf(rows, row, (id, value) => {
      const to = next[id] ?? 0;
      ids[to] = row;
      values[to] = value;
      next[id] = to + 1;
    });
  }
  return { starts, ids, values };
}

/** Visits a row. */
export function eachOf(rows: SparseRows, row: number, visit: (id: number, value: number) => void): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let at = rows.starts[row] ?? 0; at < end; at += 1) visit(rows.ids[at] ?? 0, rows.values[at] ?? 0);
}

/** Where a key leads among the cells of a grid, as the ARIA pattern for grids has it. */

const PAGE = 7;

/**
 * @param {{key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean}} pressed
 * @param {number} index  of the cell where one is, row after row
 * @param {{rows: number, columns: number}} grid
 * @returns {number | null} the index of the next cell; null for a key that does not walk
 */
export function gridWalk({ key, ctrlKey, altKey, metaKey }, index, { rows, columns }) {
  if (altKey || metaKey) return null;
  const [row, column] = [Math.floor(index / columns), index % columns];
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  /** @type {Readonly<Record<string, [number, number]>>} */
  const places = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - PAGE, column],
    PageDown: [row + PAGE, column],
    Home: [ctrlKey ? 0 : row, 0],
    End: [ctrlKey ? lastRow : row, lastColumn],
  };
  const place = places[key];
  return place ? within(place[0], lastRow) * columns + within(place[1], lastColumn) : null;
}

/** @param {number} place @param {number} last */
function within(place, last) {
  return Math.max(0, Math.min(last, place));
}

/**
 * Which columns of a table are seen where it is wider than its room, and its row names stay in sight.
 * @param {{scrollLeft: number, clientWidth: number, scrollWidth: number}} room
 * @param {number} count  columns, each as wide as the names of the rows
 * @returns {string} "columns 7 to 21 of 28", or "" when all are seen
 */
export function columnsSeen({ scrollLeft, clientWidth, scrollWidth }, count) {
  if (scrollWidth <= clientWidth) return "";
  const width = scrollWidth / (count + 1);
  const first = Math.ceil(scrollLeft / width - HALF_SEEN);
  const last = Math.floor((scrollLeft + clientWidth) / width + HALF_SEEN) - 2;
  return `columns ${first} to ${Math.min(last, count - 1)} of ${count}`;
}

/** A column counts when at least so much of it is seen. */
const HALF_SEEN = 0.5;

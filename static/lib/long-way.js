/** Broadcasting written out: what NumPy would have to do if it copied. */

/**
 * @typedef {{kind: string, operand?: string | null, axis?: number | null, times?: number | null}} Step
 */

/**
 * @param {string} code whose last line computes the result
 * @param {readonly Step[]} steps
 * @returns {string} the same, each step done by a copy
 */
export function longWay(code, steps) {
  const lines = code.split("\n");
  return [...lines.slice(0, -1), ...steps.flatMap(copying), ...lines.slice(-1)].join("\n");
}

/** @param {Step} step @returns {string[]} */
function copying({ kind, operand, axis, times }) {
  if (kind === "expand_dims") return [`${operand} = np.expand_dims(${operand}, axis=${axis})`];
  if (kind === "stretch") return [`${operand} = np.concatenate([${operand}] * ${times}, axis=${axis})`];
  return [];
}

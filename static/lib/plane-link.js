/** Layers of the plane in a link, as the API spells them. */

/** @typedef {import("./plane.js").Layer} Layer */

/** @type {Layer} */
export const NEW_LAYER = { W: [[1, 0], [0, 1]], b: [0, 0], relu: false };

/**
 * What is no list is not even asked about; whatever else does not fit, the server explains.
 * @param {readonly Layer[]} usual
 * @returns {import("./link.js").Field<readonly Layer[]>}
 */
export function layersField(usual) {
  const usualText = JSON.stringify(usual);
  return {
    read: (text) => readLayers(text) ?? usual,
    write: (layers) => (JSON.stringify(layers) === usualText ? null : JSON.stringify(layers.map(brief))),
    accepts: (text) => readLayers(text) !== null,
    expected: 'a list of layers such as [{"W":[[1,0],[0,1]],"b":[0,0],"relu":true}]',
  };
}

/** @param {string | null} text @returns {Layer[] | null} */
function readLayers(text) {
  try {
    const read = JSON.parse(text ?? "");
    return Array.isArray(read) ? read.map(({ W, b = [0, 0], relu = false }) => ({ W, b, relu })) : null;
  } catch {
    return null;
  }
}

/** @param {Layer} layer */
function brief({ W, b, relu }) {
  return { W, ...(b.some((entry) => entry !== 0) ? { b } : {}), ...(relu ? { relu } : {}) };
}

/**
 * Whether all of it can be drawn.
 * @param {readonly any[]} layers
 */
export function isPlane(layers) {
  return layers.length > 0 && layers.every(({ W, b }) => isPair(W, (row) => isPair(row, Number.isFinite)) && isPair(b, Number.isFinite));
}

/** @param {any} pair @param {(entry: any) => boolean} fits */
function isPair(pair, fits) {
  return Array.isArray(pair) && pair.length === 2 && pair.every(fits);
}

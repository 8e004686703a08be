/**
 * The parts of a text that is to be a tensor: brackets, what separates, numbers, words, strings.
 * @typedef {{token: string, index: number}} Token index of its first character
 */

const TOKENS = /"(?:[^"\\]|\\.)*"|'[^']*'|[[({]|[\])}]|[,;\n]|[^\s,;[\](){}]+/g;
/** What stands in `np.array(…)`, which may not be closed yet. */
const CALL = /^\s*[a-z_.]+\((.*?)\)?\s*$/dis;
const QUOTED = /^["']/;
/** A number, as far as it goes, or a string without its second quote. */
const UNFINISHED = /^(\d*\.?\d*(e[+-]?)?|"[^"]*|'[^']*)$/;
const WORDS = ["nan", "infinity", "true", "false"];
const CLOSERS = /** @type {Readonly<Record<string, string>>} */ ({ "[": "]", "(": ")", "{": "}" });

/** @param {string} token */
export const opens = (token) => token in CLOSERS;
/** @param {string} token */
export const closes = (token) => Object.values(CLOSERS).includes(token);
/** @param {string} token */
export const isQuoted = (token) => QUOTED.test(token);

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokensOf(text) {
  const [start, end] = CALL.exec(text)?.indices?.[1] ?? [0, text.length];
  const inner = text.slice(start, end);
  const left = start + inner.length - inner.trimStart().length;
  return [...inner.trim().matchAll(TOKENS)].map(({ 0: token, index }) => ({ token: isQuoted(token) ? token : token.replace("−", "-"), index: left + index }));
}

/**
 * Whether somebody who has typed so far may be in the middle of a number, a word or a string.
 * @param {string} text
 */
export function isUnfinished(text) {
  const last = tokensOf(text).at(-1);
  if (!last) return true;
  const entry = last.token.replace(/^[+-]/, "").toLowerCase();
  const isLast = last.index + last.token.length === text.length;
  return isLast && (UNFINISHED.test(entry) || WORDS.some((word) => word.startsWith(entry)));
}

/**
 * The text with its brackets closed.
 * @param {string} text
 */
export function closed(text) {
  /** @type {string[]} */
  const open = [];
  for (const { token } of tokensOf(text)) {
    if (opens(token)) open.unshift(/** @type {string} */ (CLOSERS[token]));
    else if (closes(token)) open.shift();
  }
  return `${text}${open.join("")}`;
}

/**
 * A page's state as the query of its link: one table of fields both reads and writes it, and what has its usual value
 * is left out.
 */

/**
 * @template T
 * @typedef {object} Field
 * @property {(text: string | null) => T} read null is the usual value
 * @property {(value: T) => string | null} write
 * @property {(text: string) => boolean} [accepts] what else is read as null, if there is anything
 * @property {string} [expected] what it accepts, in words
 */

/**
 * @template S
 * @typedef {{[K in keyof S]: Field<S[K]>}} Fields
 */

/**
 * A whole number that may be absent.
 * @template {number | null} F
 * @param {F} usual
 * @returns {Field<number | F>}
 */
export function integer(usual) {
  return {
    read: (text) => (text !== null && /^\d{1,9}$/.test(text) ? Number(text) : usual),
    write: (value) => (value === usual ? null : String(value)),
    accepts: (text) => /^\d{1,9}$/.test(text),
    expected: "a whole number",
  };
}

/**
 * Any finite number, which may be absent.
 * @template {number | null} F
 * @param {F} usual
 * @returns {Field<number | F>}
 */
export function decimal(usual) {
  const isNumber = (/** @type {string} */ text) => text.trim() !== "" && Number.isFinite(Number(text));
  return {
    read: (text) => (text !== null && isNumber(text) ? Number(text) : usual),
    write: (value) => (value === usual ? null : String(value)),
    accepts: isNumber,
    expected: "a number",
  };
}

/**
 * @param {string} usual
 * @returns {Field<string>}
 */
export function word(usual) {
  return {
    read: (text) => text ?? usual,
    write: (value) => (value === usual ? null : value),
  };
}

/**
 * One of a few words; the first is the usual one.
 * @template {string} W
 * @param {readonly [W, ...W[]]} words
 * @returns {Field<W>}
 */
export function oneOf(words) {
  const [usual] = words;
  return {
    read: (text) => words.find((known) => known === text) ?? usual,
    write: (value) => (value === usual ? null : value),
    accepts: (text) => words.some((known) => known === text),
    expected: `one of ${words.join(", ")}`,
  };
}

/**
 * Some of a few words, none as a rule.
 * @template {string} W
 * @param {readonly W[]} words
 * @returns {Field<readonly W[]>}
 */
export function someOf(words) {
  return {
    read: (text) => words.filter((known) => (text ?? "").split(",").includes(known)),
    write: (value) => (value.length === 0 ? null : value.join(",")),
  };
}

/**
 * @template {object} S
 * @param {Fields<S>} fields
 * @param {string} query
 * @returns {S}
 */
export function readLink(fields, query) {
  const given = new URLSearchParams(query);
  for (const name of refused(fields, query)) given.delete(name);
  const entries = Object.entries(fields).map(([name, field]) => [name, field.read(given.get(name))]);
  return /** @type {S} */ (Object.fromEntries(entries));
}

/**
 * @template {object} S
 * @param {Fields<S>} fields
 * @param {string} query
 * @returns {string[]} the names of what the query gives and its field does not accept
 */
export function refused(fields, query) {
  const given = new URLSearchParams(query);
  return Object.entries(fields).flatMap(([name, field]) => {
    const text = given.get(name);
    return text !== null && field.accepts?.(text) === false ? [name] : [];
  });
}

/**
 * @template {object} S
 * @param {Fields<S>} fields
 * @param {S} state
 * @returns {string} "" or "?name=value&…"
 */
export function writeLink(fields, state) {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const text = field.write(state[/** @type {keyof S} */ (name)]);
    if (text !== null) query.set(name, text);
  }
  return query.size > 0 ? `?${query.toString().replaceAll("%2C", ",")}` : "";
}

/**
 * An answer is asked for once and remembered: what lately was asked is there at once.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @param {number} most  answers to remember
 * @returns {(question: Q) => Promise<A>}
 */
export function remembered(ask, most) {
  /** @type {Map<string, Promise<A>>} */
  const known = new Map();

  return (question) => {
    const key = JSON.stringify(question);
    const answer = known.get(key) ?? ask(question);
    known.delete(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    for (const [oldest] of [...known].slice(0, -most)) known.delete(oldest);
    return answer;
  };
}

/**
 * Ask one question at a time; while one is on its way only the newest of the others is kept.
 *
 * Answers arrive in the order of their questions, so nothing old ever replaces something new, and a slow server is
 * never asked faster than it answers.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @param {(answer: A, question: Q) => void} answered
 * @param {(problem: unknown) => void} failed
 * @returns {(question: Q) => void}
 */
export function newestWins(ask, answered, failed) {
  /** @type {{question: Q} | null} */
  let waiting = null;
  let busy = false;

  /** @param {Q} question */
  async function send(question) {
    busy = true;
    try {
      answered(await ask(question), question);
    } catch (problem) {
      failed(problem);
    } finally {
      busy = false;
      next();
    }
  }

  function next() {
    if (busy || !waiting) return;
    const { question } = waiting;
    waiting = null;
    void send(question);
  }

  return (question) => {
    waiting = { question };
    next();
  };
}

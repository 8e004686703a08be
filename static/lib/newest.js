/**
 * Ask one question at a time; while one is on its way only the newest of the others is kept.
 *
 * Answers arrive in the order of their questions, so nothing old ever replaces something new, and a slow server is
 * never asked faster than it answers. Only an urgent question does not wait: the one on its way is given up.
 * @template Q, A
 * @param {(question: Q) => Promise<A>} ask
 * @param {(answer: A, question: Q) => void} answered
 * @param {(problem: unknown, question: Q) => void} failed
 * @returns {(question: Q, urgent?: boolean) => void}
 */
export function newestWins(ask, answered, failed) {
  /** @type {{question: Q} | null} */
  let waiting = null;
  let busy = false;
  let sent = 0;

  /** @param {Q} question */
  async function send(question) {
    const number = (sent += 1);
    busy = true;
    try {
      const answer = await ask(question);
      if (number === sent) answered(answer, question);
    } catch (problem) {
      if (number === sent) failed(problem, question);
    } finally {
      if (number === sent) rest();
    }
  }

  function rest() {
    busy = false;
    next();
  }

  function next() {
    if (busy || !waiting) return;
    const { question } = waiting;
    waiting = null;
    void send(question);
  }

  return (question, urgent = false) => {
    waiting = { question };
    if (urgent) rest();
    else next();
  };
}

/**
 * The same action, at most once in so many milliseconds: at once when it has been quiet, and once more at the end of
 * a busy time, so that the last call is never lost.
 * @param {number} milliseconds
 * @param {() => void} act
 * @returns {() => void}
 */
export function atMostEvery(milliseconds, act) {
  let resting = false;
  let calledMeanwhile = false;

  function rested() {
    resting = false;
    if (calledMeanwhile) call();
  }

  function call() {
    calledMeanwhile = resting;
    if (resting) return;
    resting = true;
    setTimeout(rested, milliseconds);
    act();
  }

  return call;
}

/** How much longer than a drawing the pause after it is: at least three quarters of the time stay free. */
const FREE_SHARE = 3;

/** Draws at most once a frame, and less often when drawing takes long, so that the page stays smooth. */
export class Frames {
  #draw;
  #asked = false;
  #notBefore = 0;

  /** @param {() => void} draw */
  constructor(draw) {
    this.#draw = draw;
  }

  ask() {
    if (this.#asked) return;
    this.#asked = true;
    requestAnimationFrame((now) => this.#frame(now));
  }

  /** @param {number} now */
  #frame(now) {
    if (now < this.#notBefore) {
      requestAnimationFrame((later) => this.#frame(later));
      return;
    }
    this.#asked = false;
    const begun = performance.now();
    this.#draw();
    const ended = performance.now();
    this.#notBefore = ended + FREE_SHARE * (ended - begun);
  }
}

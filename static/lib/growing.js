/** A typed array that grows: appending never copies what is there, except when it doubles. */
export class Growing {
  /** @type {Float64Array} */ #room = new Float64Array(1024);
  #length = 0;

  get length() {
    return this.#length;
  }

  /** All values, without copying them. */
  get values() {
    return this.#room.subarray(0, this.#length);
  }

  /**
   * @param {number} place
   * @param {number} value
   */
  set(place, value) {
    if (place >= this.#room.length) this.#grow(place + 1);
    this.#room[place] = value;
    this.#length = Math.max(this.#length, place + 1);
  }

  /** @param {number} needed */
  #grow(needed) {
    const room = new Float64Array(Math.max(needed, 2 * this.#room.length));
    room.set(this.values);
    this.#room = room;
  }
}

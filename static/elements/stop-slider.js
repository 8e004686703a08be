/**
 * A slider over sensible values beside a number field, which takes any value: either follows the other.
 *
 * In: `data-stops`, the values in order. The field is the number input of the same `.field`. Out: `input` and `change` on
 * that field, as if they had been typed.
 */
export class StopSlider extends HTMLElement {
  #range = document.createElement("input");

  connectedCallback() {
    this.#range.type = "range";
    this.#range.max = String(this.#stops.length - 1);
    this.#range.ariaLabel = `${this.closest(".field")?.querySelector("label")?.textContent ?? ""}, slider`;
    this.replaceChildren(this.#range);
    this.#range.addEventListener("input", (event) => this.#lead(event));
    this.#range.addEventListener("change", (event) => this.#lead(event));
    this.#field?.addEventListener("input", () => this.follow());
    this.follow();
  }

  /** Go to the stop nearest to the field's value. */
  follow() {
    const value = this.#field?.valueAsNumber ?? NaN;
    const distances = this.#stops.map((stop) => Math.abs(stop - value));
    this.#range.value = String(distances.indexOf(Math.min(...distances)));
    this.#range.ariaValueText = this.#field?.value ?? "";
  }

  get #stops() {
    return (this.dataset.stops ?? "").split(" ").map(Number);
  }

  get #field() {
    return this.closest(".field")?.querySelector("input");
  }

  /** @param {Event} event */
  #lead(event) {
    event.stopPropagation();
    if (!this.#field) return;
    this.#field.value = String(this.#stops[this.#range.valueAsNumber]);
    this.#field.dispatchEvent(new Event(event.type, { bubbles: true }));
  }
}

customElements.define("stop-slider", StopSlider);

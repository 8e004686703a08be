/**
 * The ways from a variable to the loss, each as a product.
 *
 * In: `show(texts, rest)`: a line a way, and how many more there are.
 */

export class PathList extends HTMLElement {
  /** @param {readonly string[]} texts @param {bigint} rest */
  show(texts, rest) {
    const list = document.createElement("ol");
    list.append(...texts.map((text) => line(text, "code")), ...(rest > 0 ? [line(`… and ${rest.toLocaleString("en-GB")} more`, "quiet")] : []));
    list.className = "path-list";
    this.replaceChildren(list);
  }
}

/** @param {string} text @param {string} look */
function line(text, look) {
  const made = document.createElement("li");
  made.className = look;
  made.textContent = text;
  return made;
}

customElements.define("path-list", PathList);

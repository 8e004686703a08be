/**
 * The dimension line of an axis: from its first cell to its last, with its length.
 * @param {import("../lib/tensor-layout.js").Bracket} bracket
 * @param {boolean} failing
 * @returns {HTMLElement}
 */
export function axisBracket({ axis, direction, length, x, y, width, height, cut }, failing) {
  const [line, number] = [document.createElement("span"), document.createElement("b")];
  line.className = "axis-bracket";
  line.dataset.axis = String(axis);
  line.dataset.direction = direction;
  line.toggleAttribute("data-cut", cut);
  line.toggleAttribute("data-failing", failing);
  for (const [name, value] of Object.entries({ x, y, width, height })) line.style.setProperty(`--${name}`, String(value));
  number.textContent = failing ? `≠ ${length}` : String(length);
  line.append(number);
  return line;
}

/**
 * The computed colour of a design token, for what is drawn on a canvas.
 * @param {HTMLElement} host
 * @param {string} token "--run-a"
 * @returns {string} "rgb(…)"
 */
export function tokenColour(host, token) {
  const probe = document.createElement("i");
  probe.hidden = true;
  probe.style.color = `var(${token})`;
  host.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

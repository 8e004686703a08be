/**
 * What a saved picture is called: `tensor-playground-broadcasting-result.svg`.
 * @param {string} path of the page: `/lessons/broadcasting`
 * @param {string} title of the picture: `result`
 * @param {"svg" | "png"} kind
 */
export function pictureName(path, title, kind) {
  const page = path.replace(/.*\//, "");
  const words = ["tensor playground", page, title].map(slug);
  return `${words.filter(Boolean).join("-")}.${kind}`;
}

/** @param {string} words */
function slug(words) {
  return words.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-").replaceAll(/^-|-$/g, "");
}

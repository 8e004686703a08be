import assert from "node:assert/strict";
import test from "node:test";

import { readNumbers, Unreadable } from "../../static/lib/tensor-text.js";

/** @param {string} text @returns {Unreadable} */
function trouble(text) {
  try {
    readNumbers(text);
  } catch (problem) {
    if (problem instanceof Unreadable) return problem;
  }
  throw new Error(`${text} can be read`);
}

test("what cannot be read is named with its place, and each rewriting of it can be read", () => {
  for (const [text, what, got, rewritings] of /** @type {const} */ ([
    ["1 two", "“two” is not a number.", "“two” at character 3", ["1 0", "1"]],
    ["1 2\nx, 4", "“x” is not a number.", "“x” at line 2, character 1", ["1 2\n0, 4", "1 2\n4"]],
    ["[1_000, null]", "“1_000” is not a number.", "“1_000” at character 2", ["[1000, null]", "[null]"]],
    ["[1, None]", "“None” is not a number.", "“None” at character 5", ["[1, nan]", "[1]"]],
    ["[1,,2]", "Nothing stands before a comma.", "“,” at character 4", ["[1,0,2]", "[1,2]"]],
    ["[1]]", "There is one bracket too many.", "“]” at character 4", ["[1]"]],
    ["[[1, 2, [3, 4]]", "A list begins among numbers.", "“[” at character 9", ["[[1, 2], [3, 4]]"]],
    ["[1, 2, [3, 4]]", "A list begins among numbers.", "“[” at character 8", ["[[1, 2], [3, 4]]"]],
    ["0,5 1,25", "Is a comma the decimal point here, or between two numbers?", "“,” at character 2", ["0.5 1.25", "0 5 1 25"]],
    ["np.array([-1e400])", "“-1e400” is too large for a float64: it would become -inf.", "“-1e400” at character 11", ["np.array([-inf])"]],
    ["9223372036854775808", "“9223372036854775808” does not fit into 64 bits.", "“9223372036854775808” at character 1", ["9223372036854775808.0"]],
    ['["cat", "do', '"do has no closing quote.', "“\"do” at character 9", ['["cat", "do"']],
  ])) {
    const { problem, rewritings: ways } = trouble(text);
    assert.deepEqual([problem.what, problem.got, ways.map((way) => way.text)], [what, got, [...rewritings]], text);
    if (!/null/.test(text)) for (const way of ways) assert.ok(readNumbers(way.text), way.text);
  }
  assert.equal(trouble("  ").problem.got, "an empty field");
});

/** The update rules of a descent: their names, and which settings each has. */

/**
 * @typedef {import("./descent.js").Optimizer} Optimizer
 * @typedef {import("./descent.js").RuleName} RuleName
 * @typedef {"learning_rate" | "momentum" | "rho" | "beta_1" | "beta_2"} SettingName
 * @typedef {{title: string, stops: readonly number[]}} Setting  what a slider stops at; any number can be typed
 */

/** @type {Readonly<Record<RuleName, {title: string, uses: readonly SettingName[]}>>} */
export const RULES = {
  sgd: { title: "SGD", uses: ["learning_rate"] },
  momentum: { title: "momentum", uses: ["learning_rate", "momentum"] },
  nesterov: { title: "Nesterov", uses: ["learning_rate", "momentum"] },
  adagrad: { title: "Adagrad", uses: ["learning_rate"] },
  rmsprop: { title: "RMSprop", uses: ["learning_rate", "rho"] },
  adam: { title: "Adam", uses: ["learning_rate", "beta_1", "beta_2"] },
  loop_as_written: { title: "the loop as written", uses: ["learning_rate", "momentum"] },
  loop_mended: { title: "the loop mended", uses: ["learning_rate", "momentum"] },
};

const DIGITS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const RATES = [-4, -3, -2, -1, 0].flatMap((power) => DIGITS.map((digit) => Number((digit * 10 ** power).toPrecision(2))));
const SHARES = Array.from({ length: 20 }, (_, i) => i / 20);

/** @type {Readonly<Record<SettingName, Setting>>} */
export const SETTINGS = {
  learning_rate: { title: "learning rate", stops: RATES },
  momentum: { title: "momentum", stops: [...SHARES, 0.97, 0.99] },
  rho: { title: "rho", stops: [...SHARES, 0.97, 0.99] },
  beta_1: { title: "beta 1", stops: [...SHARES, 0.97, 0.99] },
  beta_2: { title: "beta 2", stops: [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999] },
};

/** @type {Readonly<Record<SettingName, number>>} */
export const USUAL = { learning_rate: 0.1, momentum: 0.9, rho: 0.9, beta_1: 0.9, beta_2: 0.999 };

/**
 * Only the settings that a rule has.
 * @param {Optimizer} optimizer
 * @returns {Optimizer}
 */
export function trimmed(optimizer) {
  const { name } = optimizer;
  const settings = RULES[name].uses.map((setting) => [setting, optimizer[setting] ?? USUAL[setting]]);
  return /** @type {Optimizer} */ ({ name, ...Object.fromEntries(settings) });
}

/**
 * The optimizers: their names, their usual learning rate, and what else can be set on each.
 * @typedef {"rmsprop" | "sgd" | "adagrad" | "adam"} OptimizerName
 * @typedef {"rho" | "momentum" | "nesterov" | "beta_1" | "beta_2"} OptimizerSetting
 * @typedef {{title: string, learning_rate: number, uses: readonly OptimizerSetting[]}} Optimizer
 */

/** @type {readonly [OptimizerName, ...OptimizerName[]]} */
export const OPTIMIZER_NAMES = ["rmsprop", "sgd", "adagrad", "adam"];

/** @type {Readonly<Record<OptimizerName, Optimizer>>} */
export const OPTIMIZERS = {
  rmsprop: { title: "RMSprop", learning_rate: 0.001, uses: ["rho", "momentum"] },
  sgd: { title: "SGD", learning_rate: 0.01, uses: ["momentum", "nesterov"] },
  adagrad: { title: "Adagrad", learning_rate: 0.001, uses: [] },
  adam: { title: "Adam", learning_rate: 0.001, uses: ["beta_1", "beta_2"] },
};

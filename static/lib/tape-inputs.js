/** The variables and constants of a tape as somebody edits them. */

import { editable, spelled } from "./named-tensors.js";
import { together } from "./real.js";

/**
 * @typedef {import("./named-tensors.js").NamedTensors} NamedTensors
 * @typedef {import("./operand.js").Operand} Operand
 * @typedef {"variable" | "constant"} Role whether the tape watches it
 * @typedef {{variables: NamedTensors, constants: NamedTensors}} Inputs
 * @typedef {{name: string, operand: Operand, role: Role, used: boolean}} Typed
 */

/**
 * In the order of the expression, then what it does not use.
 * @param {string} expression
 * @param {Inputs} inputs
 * @returns {Typed[]}
 */
export function typed(expression, { variables, constants }) {
  const all = [...withRole(variables, "variable"), ...withRole(constants, "constant")];
  const placed = all.map((each) => ({ ...each, at: expression.search(named(each.name)) }));
  const last = (/** @type {number} */ at) => (at < 0 ? Infinity : at);
  return placed.sort((a, b) => (a.at === b.at ? 0 : last(a.at) - last(b.at))).map(({ at, ...each }) => ({ ...each, used: at >= 0 }));
}

/**
 * With another tensor of that name; what comes from the same step of a run goes to another step together.
 * @param {Inputs} inputs
 * @param {string} name
 * @param {Operand} operand
 * @returns {Inputs}
 */
export function withOperand(inputs, name, operand) {
  const changed = together({ ...inputs.variables, ...inputs.constants }, { name, operand });
  return Object.entries(changed).reduce((all, [each, tensor]) => put(all, each, spelled(tensor)), inputs);
}

/** @param {Inputs} inputs @param {string} name @param {import("./named-tensors.js").NamedTensor} tensor @returns {Inputs} */
function put(inputs, name, tensor) {
  const role = name in inputs.constants ? "constants" : "variables";
  return { ...inputs, [role]: { ...inputs[role], [name]: tensor } };
}

/**
 * @param {Inputs} inputs
 * @param {string} name
 * @param {Role} role
 * @returns {Inputs}
 */
export function withRoleOf(inputs, name, role) {
  const tensor = inputs.variables[name] ?? inputs.constants[name];
  const others = without(inputs, name);
  if (!tensor) return inputs;
  return role === "variable" ? { ...others, variables: { ...others.variables, [name]: tensor } } : { ...others, constants: { ...others.constants, [name]: tensor } };
}

/**
 * @param {Inputs} inputs
 * @param {string} name
 * @returns {Inputs}
 */
export function without({ variables, constants }, name) {
  const kept = (/** @type {NamedTensors} */ tensors) => where(tensors, (other) => other !== name);
  return { variables: kept(variables), constants: kept(constants) };
}

/**
 * What was only made while somebody typed, and is not meant any more, goes.
 * @param {NamedTensors} variables
 * @param {ReadonlySet<string>} lent the names that were made so
 * @param {string} expression
 */
export function meant(variables, lent, expression) {
  return where(variables, (name) => !lent.has(name) || named(name).test(expression));
}

/** @param {NamedTensors} tensors @param {(name: string) => boolean} isKept @returns {NamedTensors} */
function where(tensors, isKept) {
  return Object.fromEntries(Object.entries(tensors).filter(([name]) => isKept(name)));
}

/** @param {NamedTensors} tensors @param {Role} role */
function withRole(tensors, role) {
  return Object.entries(tensors).map(([name, tensor]) => ({ name, operand: editable(tensor), role }));
}

/** Where a name stands that is not called. @param {string} name */
function named(name) {
  return new RegExp(`\\b${name.replace(/\W/g, "\\$&")}\\b(?!\\s*\\()`);
}

"use strict";
exports.id = 307;
exports.ids = [307];
exports.modules = {

/***/ 7307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  canBeVariable: () => (canBeVariable),
  toVariables: () => (toVariables)
});
var _errors_js_0 = __webpack_require__(7406);
var _plan_variable_name_js_1 = __webpack_require__(5861);
// Outputs as variables for the later steps of the job.


/** Linux gives a program no variable, name and all, of more bytes (MAX_ARG_STRLEN in execve(2)). */
const MAX_VARIABLE_BYTES = 128 * 1024;
/**
 * The same values under the names of variables.
 * @param hint what to do with a value that cannot be one
 * @throws ActionError that names the output whose value cannot be a variable
 */
function toVariables(outputs, hint) {
	return outputs.map(({ name: output, value }) => {
		const name = (0,_plan_variable_name_js_1/* .variableNameOf */ .T)(output);
		const problem = findProblem(output, value);
		if (problem === undefined)
			return { name, value };
		throw new _errors_js_0/* .ActionError */ .lZ({
			code: 'VARIABLE_IMPOSSIBLE',
			title: 'Not possible as a variable',
			subject: `output ${output}`,
			problem,
			hint,
		});
	});
}
/** Can the output be a variable? */
function canBeVariable({ name, value }) {
	return findProblem(name, value) === undefined;
}
function findProblem(output, value) {
	const entry = `${(0,_plan_variable_name_js_1/* .variableNameOf */ .T)(output)}=${typeof value === 'string' ? value : value.reveal()}`;
	if (entry.includes('\0'))
		return 'holds a NUL, which no variable can.';
	// The NUL at the end counts.
	return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES ? 'is over 128 KiB, which no variable can be.' : undefined;
}

/***/ })

};

export const id = 307;
export const ids = [307];
export const modules = {

/***/ 7307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   canBeVariable: () => (/* binding */ canBeVariable),
/* harmony export */   toVariables: () => (/* binding */ toVariables)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7406);
/* harmony import */ var _plan_variable_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5861);
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
        const name = (0,_plan_variable_name_js__WEBPACK_IMPORTED_MODULE_1__/* .variableNameOf */ .T)(output);
        const problem = findProblem(output, value);
        if (problem === undefined)
            return { name, value };
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .ActionError */ .lZ({
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
    const entry = `${(0,_plan_variable_name_js__WEBPACK_IMPORTED_MODULE_1__/* .variableNameOf */ .T)(output)}=${typeof value === 'string' ? value : value.reveal()}`;
    if (entry.includes('\0'))
        return 'holds a NUL, which no variable can.';
    // The NUL at the end counts.
    return Buffer.byteLength(entry) >= MAX_VARIABLE_BYTES ? 'is over 128 KiB, which no variable can be.' : undefined;
}
//# sourceMappingURL=variables.js.map

/***/ })

};

export const id = 296;
export const ids = [296];
export const modules = {

/***/ 296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderAttributes: () => (/* binding */ renderAttributes)
/* harmony export */ });
/* harmony import */ var _expiry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7567);

/** Three outputs, none of them a secret: version, end (empty where there is none), and whether it is enabled. */
function renderAttributes({ output, item }, { version, enabled, attributes }) {
    return {
        item,
        version,
        life: attributes,
        outputs: [
            { name: `${output}-version`, value: version },
            { name: `${output}-expires-on`, value: (0,_expiry_js__WEBPACK_IMPORTED_MODULE_0__/* .formatInstant */ .r)(attributes.expires) },
            { name: `${output}-enabled`, value: String(enabled) },
        ],
        files: [],
        storeEntries: [],
        masks: [],
        weakness: undefined,
        secrets: [],
        notes: [],
    };
}
//# sourceMappingURL=render-attributes.js.map

/***/ })

};

export const id = 949;
export const ids = [949];
export const modules = {

/***/ 5949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  matchPatterns: () => (/* binding */ matchPatterns)
});

// EXTERNAL MODULE: ./build/src/errors.js
var errors = __webpack_require__(7406);
// EXTERNAL MODULE: ./build/src/plan/pattern.js
var plan_pattern = __webpack_require__(7703);
// EXTERNAL MODULE: ./build/src/keyvault/failed-reference.js
var failed_reference = __webpack_require__(9050);
// EXTERNAL MODULE: ./build/src/plan/identifier.js + 1 modules
var identifier = __webpack_require__(1366);
// EXTERNAL MODULE: ./build/src/plan/plan.js + 2 modules
var plan = __webpack_require__(9354);
// EXTERNAL MODULE: ./build/src/keyvault/read-destination.js
var read_destination = __webpack_require__(6222);
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __webpack_require__(1996);
;// CONCATENATED MODULE: ./build/src/keyvault/match-pattern.js
// What a pattern does with each object of a list: it matches, is passed over for a reason, or is of no concern.






/** One line with a pattern, and what became of the objects that it was shown. */
class PatternMatch {
    line;
    passedOver = [];
    /** Names that cannot be used, and clashes with other lines. */
    nameErrors = [];
    count = 0;
    constructor(line) {
        this.line = line;
    }
    /** Looks at one object of the list. */
    consider(listed, { claims, take, nowMs }) {
        const { pattern, steps, vaultUrl, collection } = this.line;
        if (!(0,plan_pattern/* matchesPattern */.MT)(pattern, listed.name) || (0,read_destination/* findMissingTag */.I)(steps.tags, listed.tags) !== undefined)
            return;
        const reason = whyPassOver(listed, steps, nowMs);
        if (reason !== undefined) {
            const item = { vaultUrl, collection, name: listed.name, version: undefined };
            this.passedOver.push({ item, life: listed.attributes, reason });
            return;
        }
        this.count += 1;
        try {
            const destination = (0,plan_pattern/* placeMatch */.NS)(this.line, listed.name);
            if ((0,plan/* claimOutputs */.b)(destination, claims))
                take(destination);
        }
        catch (error) {
            this.nameErrors.push(...(0,errors/* foreseenErrors */.jq)(error));
        }
    }
    /** What is wrong once the list has come to its end. */
    errors() {
        return this.count === 0 ? [this.#noMatch()] : this.nameErrors;
    }
    #noMatch() {
        const { vaultUrl, collection, steps } = this.line;
        const tagged = steps.tags.length === 0 ? '' : ` with the tag ${steps.tags.map(({ key }) => key).join(' and ')}`;
        const { length } = this.passedOver;
        const passed = length === 0 ? '' : ` but ${length} that ${length === 1 ? 'was' : 'were'} passed over`;
        return new errors/* ActionError */.lZ({
            code: vault_error/* NO_MATCH */.IP,
            title: `${(0,identifier/* vaultHost */.Df)(vaultUrl)}: no match`,
            subject: (0,plan_pattern/* describePattern */.Qs)(this.line),
            problem: `matches no ${(0,vault_error/* kindOf */.I)(collection)}${tagged} in the vault${passed}.`,
            hint: length === 0
                ? 'Compare the pattern with the names in the vault.'
                : 'The log says why: a pattern passes over what is disabled, expired, not valid yet or backs a certificate.',
        });
    }
}
// With `attributes` these are what the line asks about: only what backs a certificate is none of its own.
function whyPassOver({ managed, enabled, attributes: { notBefore, expires } }, steps, nowMs) {
    const nowSeconds = nowMs / 1000;
    if (managed)
        return 'managed';
    if (steps.kind === 'secrets' && steps.attributes)
        return undefined;
    if (!enabled)
        return 'disabled';
    if (expires !== undefined && expires <= nowSeconds)
        return 'expired';
    if (notBefore !== undefined && notBefore > nowSeconds)
        return 'not valid yet';
    return undefined;
}
//# sourceMappingURL=match-pattern.js.map
;// CONCATENATED MODULE: ./build/src/keyvault/match-patterns.js
// The lines with patterns: what each matches in its vault's list. Loaded where there is one.





/** Lists once for all patterns of a vault's secrets, certificates or keys. */
async function matchPatterns(lines, reader, matching) {
    const patterns = lines.map((line) => new PatternMatch(line));
    const lists = new Map();
    for (const pattern of patterns) {
        const key = `${pattern.line.vaultUrl}/${pattern.line.collection}`;
        lists.set(key, [...(lists.get(key) ?? []), pattern]);
    }
    const failed = (await Promise.all([...lists.values()].map((group) => matchList(group, reader, matching)))).flat();
    return { patterns, failed, areNamesKnown: failed.every(failed_reference/* isMissing */.b) };
}
async function matchList(patterns, reader, matching) {
    const [{ line: address }] = patterns;
    let errorsOf = (pattern) => pattern.errors();
    try {
        for await (const page of reader.list(address)) {
            for (const listed of page)
                for (const pattern of patterns)
                    pattern.consider(listed, matching);
        }
    }
    catch (error) {
        const ofList = (subject) => (0,errors/* failuresOf */.dJ)(subject, error, (0,vault_error/* describeIdentifier */.fY)(address)).errors;
        errorsOf = ({ line, nameErrors }) => [...nameErrors, ...ofList((0,plan_pattern/* describePattern */.Qs)(line))];
    }
    return patterns
        .map((pattern) => {
        const { line, vaultUrl } = pattern.line;
        return { line, vaultUrl, subject: (0,plan_pattern/* describePattern */.Qs)(pattern.line), errors: errorsOf(pattern) };
    })
        .filter(({ errors }) => errors.length > 0);
}
//# sourceMappingURL=match-patterns.js.map

/***/ })

};

export const id = 588;
export const ids = [588];
export const modules = {

/***/ 2588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listPages: () => (/* binding */ listPages)
});

// EXTERNAL MODULE: ./build/src/http/json.js
var json = __webpack_require__(6102);
// EXTERNAL MODULE: ./build/src/keyvault/bundles.js
var bundles = __webpack_require__(1630);
;// CONCATENATED MODULE: ./build/src/keyvault/list-page.js
// A page of a list of Key Vault: of all objects of a kind, or of one object's versions.
// https://learn.microsoft.com/rest/api/keyvault/secrets/get-secrets/get-secrets (api-version 7.4)


/** The body as a page of this list; undefined where it is none. */
function decodeListPage(body, address) {
    const page = (0,json/* parseJsonObject */.dw)(body);
    const items = page?.['value'];
    const link = page?.['nextLink'] ?? undefined;
    const nextLink = (0,json/* asText */.e1)(link, /^https:\/\/[\x21-\x7e]{1,8192}$/);
    if (!Array.isArray(items) || nextLink !== link)
        return undefined;
    const objects = items.map((item) => decodeListed(item, address)).filter((object) => object !== undefined);
    return objects.length === items.length ? { objects, nextLink } : undefined;
}
function decodeListed(value, address) {
    const item = (0,json/* asObject */.eB)(value);
    // Secrets and certificates have `id`, keys `kid`.
    const id = (0,json/* asText */.e1)(item?.['id'] ?? item?.['kid'], LISTED_ID) ?? '';
    const [, collection = '', name = '', version = ''] = LISTED_ID.exec(id) ?? [];
    const stated = (0,json/* asObject */.eB)(item?.['attributes']);
    const attributes = (0,bundles/* decodeAttributes */.oS)(item);
    if (stated === undefined || attributes === undefined || collection.toLowerCase() !== address.collection)
        return undefined;
    if (address.name !== undefined && (name.toLowerCase() !== address.name.toLowerCase() || version === ''))
        return undefined;
    const { enabled, created } = stated;
    return {
        name,
        version: version.toLowerCase(),
        managed: item?.['managed'] === true,
        enabled: enabled !== false,
        created: typeof created === 'number' ? created : 0,
        attributes,
        tags: (0,bundles/* decodeTags */.C3)(item),
    };
}
/** The host is not looked at: what follows is asked of the vault itself. */
const LISTED_ID = /^https:\/\/[^/]+\/([a-z]+)\/([0-9a-z-]{1,127})(?:\/([0-9a-f]{32}))?$/i;
//# sourceMappingURL=list-page.js.map
// EXTERNAL MODULE: ./build/src/keyvault/vault-error.js
var vault_error = __webpack_require__(1996);
// EXTERNAL MODULE: ./build/src/keyvault/vault-request.js
var vault_request = __webpack_require__(8319);
;// CONCATENATED MODULE: ./build/src/keyvault/list-pages.js



/** A list that goes on after so many pages, 250,000 objects, has no end. */
const MAX_PAGES = 10_000;
/**
 * All objects of a kind, or all versions of one object; the next page is asked for as the caller goes on.
 * @throws ActionError where the vault refuses, or gives what is no list of its own
 */
async function* listPages(address, ask) {
    let url = (0,vault_request/* listUrl */.MW)(address);
    for (let pages = 0; url !== undefined; pages++) {
        if (pages === MAX_PAGES)
            throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the list does not come to its end.');
        const page = await getPage(url, address, ask);
        yield page.objects;
        url = page.nextLink;
    }
}
async function getPage(url, address, ask) {
    const makeRequest = (token) => (0,vault_request/* getRequest */.iq)(url, token);
    const body = await ask({ identifier: address, operation: 'list', makeRequest });
    const page = decodeListPage(body, address);
    if (page === undefined)
        throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the answer is not a page of a list.', body);
    if (page.nextLink !== undefined && !isAt(page.nextLink, address.vaultUrl)) {
        throw (0,vault_error/* unusableAnswerError */.W3)(address, 'the next page is said to be elsewhere, and nothing was sent there.');
    }
    return page;
}
// The token goes to the vault's own host alone; a port that is the usual one may be written there.
function isAt(url, vaultUrl) {
    if (!URL.canParse(url))
        return false;
    const { origin, username, password } = new URL(url);
    return origin === vaultUrl && username === '' && password === '';
}
//# sourceMappingURL=list-pages.js.map

/***/ })

};

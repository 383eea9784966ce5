"use strict";
exports.id = 582;
exports.ids = [582];
exports.modules = {

/***/ 1582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.d(__webpack_exports__, {
  TunnelAgent: () => (TunnelAgent)
});
var node_http_0 = __webpack_require__(7067);
var node_https_1 = __webpack_require__(4708);
var _retry_policy_js_2 = __webpack_require__(8266);
var _transport_error_js_3 = __webpack_require__(6088);
// Connections through a proxy: a tunnel that CONNECT opens (RFC 9110 section 9.3.6), and TLS with the host itself inside it.
//
// The toolkit decides whether a proxy is used; its own agent is not taken, since it loads and costs a quarter of the bundle
// and keeps a connection attempt waiting for as long as the proxy likes.




/** An agent whose every connection is a tunnel through one proxy. */
class TunnelAgent extends node_https_1.Agent {
	#proxy;
	/** The proxy's user and password are those of the URL, decoded. */
	constructor(proxy, options) {
		super(options);
		this.#proxy = proxy;
	}
	createConnection(options, callback) {
		const connect = this.#connect(authorityOf(options));
		connect.once('timeout', () => connect.destroy());
		connect.once('error', (cause) => {
			callback(new _transport_error_js_3/* .TransportError */ .w('the proxy could not be reached', { failure: 'connection', cause }));
		});
		connect.once('connect', ({ statusCode }, socket) => {
			if (isSuccess(statusCode)) {
				const inside = { ...options, socket };
				callback(null, super.createConnection(inside));
			}
			else {
				socket.destroy();
				callback(refusalOf(statusCode));
			}
		});
		connect.end();
	}
	#connect(authority) {
		const { protocol, hostname, port, username, password } = this.#proxy;
		const credentials = Buffer.from(`${username}:${password}`).toString('base64');
		return (protocol === 'https:' ? node_https_1 : node_http_0).request({
			host: hostname.replace(/^\[|\]$/g, ''),
			port,
			method: 'CONNECT',
			path: authority,
			headers: {
				host: authority,
				...((username !== '' || password !== '') && { 'proxy-authorization': `Basic ${credentials}` }),
			},
			agent: false,
			timeout: _retry_policy_js_2/* .ATTEMPT_TIMEOUT_MS */ .FR,
		});
	}
}
// An IPv6 address, which has lost its brackets on the way, gets them back.
function authorityOf({ host, port }) {
	return `${host}`.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
function isSuccess(status) {
	return status !== undefined && status >= 200 && status < 300;
}
// What a proxy says for the moment is as good as a connection that fails; what it refuses, it will refuse again.
function refusalOf(status) {
	const failure = /^(?:408|429|5..)$/.test(`${status}`) ? 'connection' : 'proxy';
	return new _transport_error_js_3/* .TransportError */ .w(`the proxy answered ${status} to CONNECT`, { failure });
}

/***/ })

};

// The proxy variables as people write them, put into the form that the toolkit reads: it goes around a proxy whose address
// it cannot read, and knows no star in NO_PROXY.
import { isIPv6 } from 'node:net';
import { ActionError } from '../errors.js';
import { SecretText } from '../secret-text.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** Content of the proxy variables. */
export interface ProxyVariables {
	/** New value of each variable; empty if it is to be unset. */
	readonly changes: Readonly<Record<string, string>>;
	/** The proxy's password in each form in which it occurs. */
	readonly secrets: readonly SecretText[];
	/** Reason why the proxy cannot be used. */
	readonly error: ActionError | undefined;
}

/** The spellings of each name, in the order in which the toolkit looks at them. */
const PROXY_NAMES = ['https_proxy', 'HTTPS_PROXY'] as const;
const EXCEPTION_NAMES = ['no_proxy', 'NO_PROXY'] as const;

/** All that have a say. */
export const PROXY_VARIABLES: readonly string[] = [...PROXY_NAMES, ...EXCEPTION_NAMES];

/** Reads the proxy variables of an environment. `HTTP_PROXY` has no say, as all requests that leave the machine use https. */
export function readProxyVariables(variables: Variables): ProxyVariables {
	const exceptions = readFirst(variables, EXCEPTION_NAMES);
	const withoutProxy = { ...setAll(EXCEPTION_NAMES, normalizeExceptions(exceptions?.text ?? '')) };
	const proxy = readFirst(variables, PROXY_NAMES);
	if (proxy === undefined) {
		return { changes: { ...withoutProxy, ...setAll(PROXY_NAMES, '') }, secrets: [], error: undefined };
	}
	const parsed = parseProxy(proxy.text);
	if (parsed === undefined) return { changes: withoutProxy, secrets: [], error: proxyError(proxy) };
	const changes = { ...withoutProxy, ...setAll(PROXY_NAMES, parsed.url.href) };
	return { changes, secrets: findPasswords(parsed, proxy.text), error: undefined };
}

interface NamedText {
	readonly name: string;
	readonly text: string;
}

function readFirst(variables: Variables, names: readonly string[]): NamedText | undefined {
	return names.map((name) => ({ name, text: (variables[name] ?? '').trim() })).find(({ text }) => text !== '');
}

function setAll(names: readonly string[], text: string): Record<string, string> {
	return Object.fromEntries(names.map((name) => [name, text]));
}

/** RFC 3986 section 3.1; without `://` the text is an address alone. */
const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

interface ParsedProxy {
	readonly url: URL;
	/** Decoded, as it is shown to the proxy. */
	readonly username: string;
	readonly password: string;
}

// Undefined if the text is no address of an http or https proxy.
function parseProxy(text: string): ParsedProxy | undefined {
	const address = SCHEME.test(text) ? text : `http://${text}`;
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	const { protocol, hostname, pathname, search, hash } = url;
	const isHost = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(hostname);
	// A password with a character that should have been percent-encoded ends the host before the "@" that was meant.
	const isWhole = !`${pathname}${search}${hash}`.includes('@');
	const isHttp = protocol === 'http:' || protocol === 'https:';
	const username = decode(url.username);
	const password = decode(url.password);
	if (!isHttp || !isHost || !isWhole || username === undefined || password === undefined) return undefined;
	return { url, username, password };
}

function decode(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

function findPasswords({ url, username, password }: ParsedProxy, text: string): readonly SecretText[] {
	if (password === '') return [];
	const written = text.replace(/@[^@]*$/, '').replace(/^(?:https?:\/*)?[^:]*:/i, '');
	// The last is what the Proxy-Authorization header holds, in base64.
	const forms = [password, url.password, written, `${username}:${password}`];
	return [...new Set(forms)].map((form) => new SecretText(form));
}

// The text may hold a password: only the scheme of it is shown.
function proxyError({ name, text }: NamedText): ActionError {
	const [, scheme = 'http'] = SCHEME.exec(text) ?? [];
	if (!/^https?$/i.test(scheme)) {
		return new ActionError({
			code: 'PROXY_NOT_SUPPORTED',
			title: 'Proxy not supported',
			subject: name,
			problem: `a proxy with the scheme ${scheme.slice(0, 20)} is not supported, and requests do not go around it.`,
			hint: 'Set it to an http or https proxy, such as http://proxy.contoso.com:8080.',
		});
	}
	return new ActionError({
		code: 'PROXY_NOT_READABLE',
		title: 'Proxy address not readable',
		subject: name,
		problem: 'the value is not a readable proxy address, and requests do not go around it.',
		hint: 'Write it as http://user:password@proxy.contoso.com:8080, with special characters in user and password percent-encoded (%25 for %, %40 for @).',
	});
}

function normalizeExceptions(text: string): string {
	return text
		.split(/[\s,;]+/)
		.map(normalizeException)
		.filter((exception) => exception !== '')
		.join(',');
}

// A name stands for all names below it, so that the star before it says nothing more.
function normalizeException(exception: string): string {
	// isIPv6 compiles a long expression when it is first called, which most runs can do without.
	if (exception === '' || exception === '*') return exception;
	if (isIPv6(exception)) return `[${exception}]`;
	return exception.replace(/^\*/, '').replace(/\.(:\d+)?$/, '$1');
}

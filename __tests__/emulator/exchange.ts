// A request as a listener received it, its answer, and the record of both.

/** A request, its body read to the end. */
export interface ReceivedRequest {
	readonly method: string;
	/** Host and port as the client wrote them. */
	readonly host: string;
	/** Without the query. */
	readonly path: string;
	readonly query: URLSearchParams;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** A service's answer. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string | Buffer;
}

/** An answer of JSON. */
export function jsonAnswer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
	return {
		status,
		headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-cache', ...headers },
		body: JSON.stringify(body),
	};
}

/** The listeners of an emulator; the last three speak plain http. */
export type ListenerName =
	| 'login'
	| 'vault'
	| 'other-vault'
	| 'graph'
	| 'exchange-online'
	| 'foreign'
	| 'id-token'
	| 'imds'
	| 'app-service'
	| 'azure-arc';

/** One line of the record. */
export interface RecordedRequest extends ReceivedRequest {
	readonly listener: ListenerName;
	/** Undefined if nothing was answered. */
	readonly status: number | undefined;
}

/** Record of the requests to an emulator. */
export class Journal {
	/** In the order in which they arrived. */
	readonly requests: RecordedRequest[] = [];
	readonly #connections = new Map<ListenerName, number>();
	#atOnce = 0;
	#mostAtOnce = 0;

	/** TCP connections to this listener, or to all. */
	connectionCount(listener?: ListenerName): number {
		if (listener !== undefined) return this.#connections.get(listener) ?? 0;
		return [...this.#connections.values()].reduce((sum, count) => sum + count, 0);
	}

	/** The most requests that were under way at the same time. */
	get mostAtOnce(): number {
		return this.#mostAtOnce;
	}

	connected(listener: ListenerName): void {
		this.#connections.set(listener, this.connectionCount(listener) + 1);
	}

	/** Records a request as it arrives; what is returned completes the line. */
	began(listener: ListenerName, request: ReceivedRequest): (status: number | undefined) => void {
		const index = this.requests.push({ ...request, listener, status: undefined }) - 1;
		this.#atOnce += 1;
		this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#atOnce);
		return (status) => {
			this.requests[index] = { ...request, listener, status };
			this.#atOnce -= 1;
		};
	}
}

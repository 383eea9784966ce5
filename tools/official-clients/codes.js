// Refusals of a service.

/** Status and codes of the refusal that `act` meets; undefined if it meets none. */
export async function refusalOf(act) {
	try {
		await act();
		return undefined;
	} catch (error) {
		const { code, innererror, innerError } = error.details?.error ?? {};
		// A client's own refusal has no status.
		if (error.statusCode === undefined) return { message: error.message };
		return { status: error.statusCode, code: code ?? error.code, inner: (innererror ?? innerError)?.code };
	}
}

/** All items of an iterator over pages. */
export async function collect(items) {
	const all = [];
	for await (const item of items) all.push(item);
	return all;
}

/** How long a poller waits: the services of a test are quick. */
export const POLL = { intervalInMs: 20 };

// Keeps every error that is made in this process, caught or not, so that what they hold can be looked through.
// To be imported first: a class extends the Error that there is when its module is loaded.

const made: Error[] = [];

globalThis.Error = new Proxy(Error, {
	construct: (target, args, newTarget) => {
		const error = Reflect.construct(target, args, newTarget) as Error;
		made.push(error);
		return error;
	},
});

/** The errors that were made since this was last asked. */
export function takeErrors(): readonly Error[] {
	return made.splice(0);
}

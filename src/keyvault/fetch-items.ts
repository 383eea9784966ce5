// Everything that the plan names or matches, read from the vaults: each failure kept, results in the order of the lines.
import { expectedErrors, failuresOf } from '../errors.js';
import { LINES_INPUTS, type LinePlace } from '../input/line-grammar.js';
import type { Tag } from '../input/modifiers.js';
import type { Destination, DestinationOf } from '../plan/destination.js';
import { describeIdentifier, type Identifier, identifierKey } from '../plan/identifier.js';
import type { Plan } from '../plan/plan.js';
import { siblingIdentifierOf, type VaultAccess } from './ask-vault.js';
import { type CertificateBundle, findMissingTag, type KeyBundle, type SecretBundle, type Tags } from './bundles.js';
import type { ListedObject } from './list-pages.js';
import { type Matched, type MatchedPattern, matchPatterns } from './match-patterns.js';
import { type FailedReference, failedReference, unusableAnswerError, withoutTagError } from './vault-error.js';
import { VaultReader } from './vault-reader.js';

/** Results of all lines, in their order. */
export interface FetchResult {
	readonly fetched: readonly Fetched[];
	readonly failed: readonly FailedReference[];
	/** The lines with patterns, and what they matched and skipped. */
	readonly patterns: readonly MatchedPattern[];
}

/** The part of a plan that tells what to read. */
export type FetchPlan = Pick<Plan, 'destinations' | 'patterns' | 'takenNames' | 'exportEnv'>;

/**
 * Reads each object, and lists what patterns choose from; reading begins while lists are still coming. If a match's
 * name may be refused as a variable, no value is read before all names are known.
 */
export async function fetchItems(plan: FetchPlan, access: VaultAccess): Promise<FetchResult> {
	const reader = new VaultReader(access);
	const held: Destination[] = [];
	const readings: Promise<Fetched | FailedReference>[] = [];
	const start = (destination: Destination): void => {
		const reading = readOrFail(destination, reader);
		// A bug is thrown below, if all are waited for; until then it must not count as one that nobody handles.
		reading.catch(() => undefined);
		readings.push(reading);
	};
	const hasPatterns = plan.patterns.length > 0;
	const take = plan.exportEnv && hasPatterns ? (destination: Destination): number => held.push(destination) : start;
	reader.expect(plan.destinations.length);
	for (const destination of plan.destinations) take(destination);
	let known = plan.destinations.length;
	const takeMatch = (destination: Destination): void => {
		known += 1;
		reader.expect(known);
		take(destination);
	};
	const named = new Set(plan.destinations.map(({ item }) => objectKey(item)));
	const isNamed = (item: Identifier): boolean => named.has(objectKey(item));
	const matching = { takenNames: plan.takenNames, isNamed, take: takeMatch, nowMs: access.context.clock.nowMs() };
	const matched = hasPatterns ? await matchPatterns(plan.patterns, reader, matching) : NONE_MATCHED;
	const { patterns, failed, areNamesKnown } = matched;
	if (areNamesKnown) held.forEach(start);
	const read = await Promise.all(readings);
	return {
		fetched: read
			.filter((one) => one.kind !== 'failed')
			.sort((one, other) => compareLines(one.destination.line, other.destination.line)),
		failed: [...read.filter((one) => one.kind === 'failed'), ...failed].sort((one, other) =>
			compareLines(one.line, other.line),
		),
		patterns,
	};
}

const NONE_MATCHED: Matched = { patterns: [], failed: [], areNamesKnown: true };

// Whichever version a line names, the object is that line's.
function objectKey(item: Identifier): string {
	return identifierKey({ ...item, version: undefined });
}

async function readOrFail(destination: Destination, reader: VaultReader): Promise<Fetched | FailedReference> {
	const { line, item } = destination;
	return readDestination(destination, reader).catch((error: unknown) => {
		const subject = describeIdentifier(item);
		return failedReference({ line, vaultUrl: item.vaultUrl, subject, errors: expectedErrors(error) });
	});
}

function compareLines(one: LinePlace, other: LinePlace): number {
	const inputs: readonly string[] = LINES_INPUTS;
	return inputs.indexOf(one.input) - inputs.indexOf(other.input) || one.number - other.number;
}

/** A destination with what the vault holds of its object. */
export type Fetched =
	| { readonly kind: 'secret'; readonly destination: DestinationOf<'secrets'>; readonly secret: SecretBundle }
	/** Facts about a secret in addition to its value, which was not read. */
	| { readonly kind: 'attributes'; readonly destination: DestinationOf<'secrets'>; readonly version: ListedObject }
	| {
			readonly kind: 'certificate';
			readonly destination: DestinationOf<'certificates'>;
			readonly certificate: CertificateBundle;
			/** The secret of the same version, which holds the private key; undefined if the public part is enough. */
			readonly secret: SecretBundle | undefined;
	  }
	| { readonly kind: 'key'; readonly destination: DestinationOf<'keys'>; readonly key: KeyBundle };

/**
 * Reads it.
 * @throws ActionErrors about the object, or about its private key
 */
export async function readDestination(destination: Destination, reader: VaultReader): Promise<Fetched> {
	const { item } = destination;
	const { tags } = destination.modifiers;
	switch (destination.kind) {
		case 'secrets':
			if (destination.modifiers.attributes)
				return { kind: 'attributes', destination, version: await requireTags(tags, item, reader.version(item)) };
			return { kind: 'secret', destination, secret: await requireTags(tags, item, reader.secret(item)) };
		case 'certificates': {
			const withKey = !destination.modifiers.public;
			const certificate = await requireTags(tags, item, reader.certificate(item, { withKey }));
			const secret = withKey ? await readPrivateKey(certificate, item, reader) : undefined;
			return { kind: 'certificate', destination, certificate, secret };
		}
		case 'keys':
			return { kind: 'key', destination, key: await requireTags(tags, item, reader.key(item)) };
		default:
			throw destination satisfies never;
	}
}

// Other lines may name the object in another case: what is said of it is said in this line's.
async function requireTags<T extends { readonly tags: Tags }>(
	wanted: readonly Tag[],
	item: Identifier,
	reading: Promise<T>,
): Promise<T> {
	const object = await reading.catch((error: unknown) => {
		const subject = describeIdentifier(item);
		throw failuresOf(subject, error, subject);
	});
	const missing = findMissingTag(wanted, object.tags);
	if (missing !== undefined) throw withoutTagError(item, missing.key);
	return object;
}

async function readPrivateKey(
	{ secretId }: CertificateBundle,
	item: Identifier,
	reader: VaultReader,
): Promise<SecretBundle> {
	const address = siblingIdentifierOf(secretId, 'secrets', item);
	if (address === undefined) {
		throw unusableAnswerError(item, 'the answer says that the private key is elsewhere, so nothing was sent there.');
	}
	return reader.secret(address).catch((error: unknown) => {
		throw failuresOf(`private key of ${describeIdentifier(item)}`, error, describeIdentifier(address));
	});
}

// A new version, and what the vault is known to hold where writing it fails.
import { ActionError, expectedErrors } from '../errors.js';
import { asObject, type JsonObject, parseJsonObject } from '../http/json.js';
import { once, VAULT_RETRY_RULES } from '../http/retry-policy.js';
import { write } from '../http/write.js';
import { askVault, type VaultAccess } from '../keyvault/ask-vault.js';
import { versionOf } from '../keyvault/bundles.js';
import { disableRequest, recoverRequest, type VersionIdentifier } from '../keyvault/change-requests.js';
import type { CurrentVersion } from '../keyvault/current-version.js';
import { listPages } from '../keyvault/list-pages.js';
import { isNotFound, unusableAnswerError } from '../keyvault/vault-error.js';
import { readVaultRefusal, type VaultOperation } from '../keyvault/vault-response-error.js';
import { BEING_RECOVERED, DELETED } from '../keyvault/write-advice.js';
import { describeIdentifier, type Identifier, kindOf, vaultHost } from '../plan/identifier.js';
import type { HttpRequest, HttpResponse } from '../ports.js';
import type { SecretText } from '../secret-text.js';
import { accessUntil, deadlineOf, type SetRun } from './set-run.js';
import type { WriteTarget } from './write-target.js';

/** Result of a write. */
export type Written =
	| { readonly kind: 'written'; readonly version: string }
	| {
			readonly kind: 'failed';
			readonly error: unknown;
			/** Whether the vault may have taken it, or still take it; `overtaken` if somebody else has changed the object. */
			readonly state: 'refused' | 'unconfirmed' | 'unseen' | 'overtaken';
	  };

/** Writes a version after the current one. If no answer comes, the vault is asked what it holds. */
export async function writeVersion<C extends CurrentVersion>(
	run: SetRun,
	target: WriteTarget<C>,
	current: C | undefined,
): Promise<Written> {
	const { object, operation } = target;
	const vault = accessUntil(run, 'write');
	const result = await write<string>(
		{
			sendOnce: async (context) => {
				const makeRequest = (token: SecretText) => target.request(current, token);
				const request = { identifier: object, operation, makeRequest, rules: once(VAULT_RETRY_RULES) };
				return versionIn(await askVault(request, { ...vault, context }), object);
			},
			look: async () => {
				const now = await target.look(accessUntil(run, 'all'));
				if (now === undefined || now.version === current?.version) return undefined;
				if (target.holds(now)) return now.version;
				throw overtakenError(object, now);
			},
			lookUntilMs: deadlineOf(run, 'all'),
			isPassing: (response) => isPassing(response, run),
			rules: VAULT_RETRY_RULES,
		},
		vault.context,
	);
	if (result.kind === 'done') return { kind: 'written', version: result.value };
	const { error, unanswered, unseen } = result;
	if (unanswered === 0) return { kind: 'failed', error, state: 'refused' };
	if (unseen === undefined) return { kind: 'failed', error, state: 'unconfirmed' };
	const isOvertaken = expectedErrors(unseen).some(({ code }) => code === OVERTAKEN);
	return isOvertaken
		? { kind: 'failed', error: unseen, state: 'overtaken' }
		: { kind: 'failed', error, state: 'unseen' };
}

// A recovery ends by itself; a deletion does so too, but only who asks for recovery wants to go on after it.
function isPassing(response: HttpResponse, { options }: SetRun): boolean {
	const { code } = readVaultRefusal(response);
	return code === 'ObjectIsBeingRecovered' || (options.recover && code === 'ObjectIsBeingDeleted');
}

function versionIn(body: string, object: Identifier): string {
	const version = versionOf(parseJsonObject(body)?.['id']);
	if (version === undefined) throw unusableAnswerError(object, 'the answer does not name the new version.', body);
	return version.toLowerCase();
}

const OVERTAKEN = 'SET_OVERTAKEN';

function overtakenError(object: Identifier, { version }: CurrentVersion): ActionError {
	return new ActionError({
		code: OVERTAKEN,
		title: 'Changed in the meantime',
		subject: describeIdentifier(object),
		problem: `it was changed by somebody else while this run was in progress: its current version is ${version}, which this run did not write.`,
		hint: 'If two workflow runs can write one object at the same time, give the workflow a "concurrency" group.',
	});
}

/** Disables one version. @throws ActionErrors if it is not known to be disabled */
export async function disableVersion(run: SetRun, version: VersionIdentifier): Promise<void> {
	const operation = version.collection === 'certificates' ? 'update' : 'set';
	await change(run, {
		object: version,
		operation,
		makeRequest: (token) => disableRequest(version, token),
		confirms: (bundle) => asObject(bundle?.['attributes'])?.['enabled'] === false,
		isDone: async (vault) => {
			for await (const page of listPages({ ...version, version: undefined }, (request) => askVault(request, vault))) {
				const found = page.find((one) => one.version === version.version);
				if (found !== undefined) return !found.enabled;
			}
			return false;
		},
	});
}

/** Interval between looks at a recovery, which takes some seconds. */
const POLL_MS = 2_000;

/**
 * Has a deleted object recovered, and returns its current version once it is there.
 * @throws ActionErrors if the vault refuses, or the recovery takes longer than the step may
 */
export async function recoverObject<C extends CurrentVersion>(run: SetRun, target: WriteTarget<C>): Promise<C> {
	const { object } = target;
	const { clock } = run.ports;
	const vault = accessUntil(run, 'write');
	try {
		const isDone = async (access: VaultAccess) => (await target.read(access)) !== undefined;
		const makeRequest = (token: SecretText) => recoverRequest(object, token);
		const confirms = (bundle: JsonObject | undefined) => versionOf(bundle?.['id']) !== undefined;
		await change(run, { object, operation: 'recover', makeRequest, confirms, isDone });
	} catch (error) {
		const errors = expectedErrors(error);
		if (errors.every(isNotFound)) return foundAfterAll(object, await target.read(vault));
		// An attempt without an answer has begun it.
		if (!errors.every(({ code }) => code === BEING_RECOVERED)) throw error;
	}
	for (;;) {
		const current = await target.read(vault);
		if (current !== undefined) return current;
		if (clock.nowMs() + POLL_MS >= deadlineOf(run, 'write')) throw stillRecovering(object);
		await clock.sleep(POLL_MS);
	}
}

// Nothing of this kind is deleted: either somebody else has just recovered it, or the name belongs to another kind.
function foundAfterAll<C extends CurrentVersion>(object: Identifier, current: C | undefined): C {
	if (current !== undefined) return current;
	// A certificate keeps its private key in the secret and the key of its own name.
	const other = object.collection === 'certificates' ? 'secret or key' : 'certificate';
	throw new ActionError({
		code: DELETED,
		title: `${vaultHost(object.vaultUrl)}: deleted, but not purged`,
		subject: describeIdentifier(object),
		problem: `a deleted ${other} holds this name, so there is no ${kindOf(object.collection)} to recover.`,
		hint: `Recover or purge that ${other}, or choose another name.`,
	});
}

function stillRecovering(object: Identifier): ActionError {
	return new ActionError({
		code: BEING_RECOVERED,
		title: `${vaultHost(object.vaultUrl)}: being recovered`,
		subject: describeIdentifier(object),
		problem: 'the vault has begun to recover it, which takes longer than this step may.',
		hint: 'Run the job again in a minute.',
	});
}

interface Change {
	readonly object: Identifier;
	readonly operation: VaultOperation;
	readonly makeRequest: (token: SecretText) => HttpRequest;
	/** Whether an answer of status 200 is that of a vault which has carried it out. */
	readonly confirms: (bundle: JsonObject | undefined) => boolean;
	/** Whether a request that got no answer was carried out. */
	readonly isDone: (vault: VaultAccess) => Promise<boolean>;
}

// Sent again only after a look at what came of it, as every write.
async function change(
	run: SetRun,
	{ object: identifier, operation, makeRequest, confirms, isDone }: Change,
): Promise<void> {
	const vault = accessUntil(run, 'all');
	const result = await write<true>(
		{
			sendOnce: async (context) => {
				const request = { identifier, operation, makeRequest, rules: once(VAULT_RETRY_RULES) };
				const body = await askVault(request, { ...vault, context });
				if (confirms(parseJsonObject(body))) return true;
				throw unusableAnswerError(identifier, 'the answer does not confirm the change.', body);
			},
			look: async () => ((await isDone(vault)) ? true : undefined),
			lookUntilMs: deadlineOf(run, 'all'),
			isPassing: (response) => isPassing(response, run),
			rules: VAULT_RETRY_RULES,
		},
		vault.context,
	);
	if (result.kind === 'failed') throw result.error;
}

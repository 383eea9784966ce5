// The rotate action: input -> plan -> sign-in -> what is there -> decision -> renewal -> export. Short and by
// itself, since what follows the checks is loaded after them.
import type { Credential } from '../entra/credential.js';
import { checkAll, settle } from '../errors.js';
import { decideCredential } from '../flow/open-session.js';
import { checkRunner, runStory } from '../flow/step-frame.js';
import { readRotationInputs, readRotationOptions } from '../input/rotate-inputs.js';
import { invalidInput } from '../input/scalars.js';
import { makeRotation } from '../plan/rotation-decision.js';
import type { Ports } from '../ports.js';
import type { RotationRequest } from './rotation-run.js';

/** Runs the rotate action. True if the step succeeded; if it did not, the annotations say why. */
export function rotate(ports: Ports): Promise<boolean> {
	return runStory(ports, async () => {
		const request = await decide(ports);
		const { rotateAndExport } = await import('./rotate-and-export.js');
		await rotateAndExport(request, ports);
	});
}

// Everything that can be known before the first request, and every mistake in it.
async function decide(ports: Ports): Promise<RotationRequest> {
	const credential = await settle(decideCredential(ports));
	return checkAll<RotationRequest & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential: () => checkMethod(credential()),
		rotation: () => makeRotation(readRotationInputs(ports.inputs)),
		options: () => readRotationOptions(ports.inputs),
	});
}

function checkMethod(credential: Credential): Credential {
	if (credential.kind !== 'access-token' && credential.kind !== 'device-code') return credential;
	throw invalidInput(
		credential.kind === 'access-token' ? 'access-token' : 'auth-method',
		`cannot be ${credential.kind === 'access-token' ? 'used' : 'device-code'} here: a rotation needs two tokens of an application, one for the vault and one for Microsoft Graph.`,
		'Sign in with github-oidc, or in another way that needs neither a person nor a token that you pass.',
	);
}

// One way to meet an AADSTS number, and what a person does who follows the advice on it.
import type { HttpResponse } from '../../../src/ports.js';
import { CLIENT_ID, CLIENT_SECRET, TENANT_ID } from '../../emulator/directory.js';
import { PEM } from '../../support/given-certificate.js';
import { response } from '../../support/make-ports.js';
import { makeJwt } from '../../support/sign-in-context.js';
import type { AdviceStep, AdviceWorld, Obstacle, SeenRequest } from './advice-world.js';

/** A number, how it is met, and what is done about it. */
export interface EntraCase {
	readonly codes: readonly number[];
	readonly step: (world: AdviceWorld) => AdviceStep;
	/** What Entra ID refuses with the number; left out if the emulator does so by itself. */
	readonly refusedWhile?: (seen: SeenRequest, world: AdviceWorld) => boolean;
	/** The part of the annotation that is followed. */
	readonly says: RegExp;
	/** Changes the world as it says, and gives the step that is run then, if another one. */
	readonly follow: ((world: AdviceWorld, annotation: string) => AdviceStep | undefined) | 'reported';
	/** Which one this is, if a number has several. */
	readonly by?: string;
}

export const SECRET = (): AdviceStep => ({ inputs: { 'client-secret': CLIENT_SECRET } });
export const OIDC = (world: AdviceWorld): AdviceStep => ({ variables: world.oidc });
export const DEVICE = (): AdviceStep => ({ inputs: { 'auth-method': 'device-code' } });
export const CERTIFICATE = (): AdviceStep => ({ inputs: { 'client-certificate': PEM } });
export const TOKENS = (): AdviceStep => ({ action: 'token', inputs: { 'client-secret': CLIENT_SECRET } });
/** A token file with a token of Entra ID itself. */
export const FILE = (): AdviceStep => ({
	variables: { AZURE_FEDERATED_TOKEN_FILE: '/t' },
	files: { '/t': makeJwt({ iss: `https://sts.windows.net/${TENANT_ID}/`, sub: 's', aud: 'a' }) },
});

/** With another value of an input. */
export function having(step: (world: AdviceWorld) => AdviceStep, inputs: Readonly<Record<string, string>>) {
	return (world: AdviceWorld): AdviceStep => ({ ...step(world), inputs: { ...step(world).inputs, ...inputs } });
}

/** What somebody else does, whom the advice sends for: an administrator, or time. */
export const mend = (world: AdviceWorld): undefined => {
	world.mended = true;
};
export const untilMended = (_seen: SeenRequest, world: AdviceWorld): boolean => !world.mended;

export const ofOtherTenant = ({ path }: SeenRequest): boolean => !path.startsWith(`/${TENANT_ID}/`);
export const ofOtherClient = ({ form }: SeenRequest): boolean => form.get('client_id') !== CLIENT_ID;
export const byDeviceCode = ({ path, form }: SeenRequest): boolean =>
	path.endsWith('/devicecode') || form.get('device_code') !== null;
export const inPublicCloud = ({ host }: SeenRequest): boolean => host === 'login.microsoftonline.com';

/** The obstacle of a case. */
export function obstacleOf({ refusedWhile }: EntraCase, code: number): Obstacle | undefined {
	if (refusedWhile === undefined) return undefined;
	return (seen, world) => (seen.host.startsWith('login.') && refusedWhile(seen, world) ? refusal(code) : undefined);
}

function refusal(code: number): HttpResponse {
	const correlation_id = '99999999-9999-4999-8999-999999999999';
	const error_description = `AADSTS${code}: Words of the service, not to be shown.`;
	return response(400, { error: 'invalid_request', error_codes: [code], error_description, correlation_id });
}

// The device code flow: a code is given, a person decides, the client asks again and again (RFC 8628).
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
import { randomBytes } from 'node:crypto';
import type { App } from './directory.js';
import { type Answer, jsonAnswer, type ReceivedRequest } from './exchange.js';
import { required, TokenRefusal } from './token-refusal.js';

export const DEVICE_CODE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code';

/** The person who approves. */
export const PERSON_ID = '77777777-7777-4777-8777-777777777777';

/** Actions of a person, and properties of the codes. */
export interface DeviceCodeOptions {
	/** The outcome once the client has asked `pendingPolls` times in vain. */
	outcome: 'approve' | 'decline' | 'nothing';
	pendingPolls: number;
	intervalSeconds: number;
	lifeSeconds: number;
}

interface GivenCode {
	readonly code: string;
	readonly clientId: string;
	readonly audience: string;
	readonly expiresOnMs: number;
	polls: number;
	lastPollMs: number;
	used: boolean;
}

/** The codes of one login host. */
export class DeviceCodes {
	readonly options: DeviceCodeOptions = { outcome: 'approve', pendingPolls: 1, intervalSeconds: 1, lifeSeconds: 900 };
	/** The login host's clock; a test may set its own. */
	nowMs: () => number = Date.now;
	readonly #given: GivenCode[] = [];

	/** Every code that was given, the secret ones that clients ask with. */
	get codes(): readonly string[] {
		return this.#given.map(({ code }) => code);
	}

	/** Begins a sign-in. */
	start(app: App, audience: string, { host }: ReceivedRequest): Answer {
		const { intervalSeconds, lifeSeconds } = this.options;
		const code = `GMMhmHCXhWEzkobqIHGG_EnNYYsAkukHspeYUk9E8${randomBytes(64).toString('base64url')}`;
		const userCode = randomBytes(8).toString('hex').toUpperCase().slice(0, 9);
		const nowMs = this.nowMs();
		this.#given.push({
			code,
			clientId: app.clientId,
			audience,
			expiresOnMs: nowMs + lifeSeconds * 1000,
			polls: 0,
			lastPollMs: nowMs,
			used: false,
		});
		const address = `https://${host}/device`;
		return jsonAnswer(200, {
			user_code: userCode,
			device_code: code,
			verification_uri: address,
			expires_in: lifeSeconds,
			interval: intervalSeconds,
			message: `To sign in, use a web browser to open the page ${address} and enter the code ${userCode} to authenticate.`,
		});
	}

	/** The audience of the token that a person has approved. @throws TokenRefusal until then, and where none will come */
	redeem(app: App, form: URLSearchParams): string {
		const code = required(form, 'device_code');
		const given = this.#given.find((one) => one.code === code && one.clientId === app.clientId && !one.used);
		if (given === undefined) throw refusal('bad_verification_code', 70018, 'The device code is not known.');
		const nowMs = this.nowMs();
		const waitedMs = nowMs - given.lastPollMs;
		given.lastPollMs = nowMs;
		if (nowMs >= given.expiresOnMs) throw refusal('expired_token', 70019, 'The device code has expired.');
		// Entra is not known to have a number of its own for a client in haste; timers may be a little early.
		if (waitedMs < this.options.intervalSeconds * 1000 - 100) throw refusal('slow_down', 70016, 'Asked too soon.');
		given.polls += 1;
		const { outcome, pendingPolls } = this.options;
		if (given.polls <= pendingPolls || outcome === 'nothing') {
			throw refusal('authorization_pending', 70016, 'OAuth 2.0 device flow error. Authorization is pending.');
		}
		given.used = true;
		if (outcome === 'decline') throw refusal('authorization_declined', 70017, 'The end user denied the request.');
		if (!app.publicClient) {
			const text = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.";
			throw new TokenRefusal({ status: 401, error: 'invalid_client', code: 7000218, text });
		}
		return given.audience;
	}
}

function refusal(error: string, code: number, text: string): TokenRefusal {
	return new TokenRefusal({ error, code, text });
}

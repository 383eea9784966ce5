// What the tests of rotations of certificates that fail have in common.

import { CertificateWorld } from '../support/certificate-world.js';
import { response } from '../support/make-ports.js';
import type { Interference } from '../support/services-world.js';

/** A certificate that is not due, after it has been rotated before. */
export function makeWorld(prepare: (world: CertificateWorld) => void = () => undefined): CertificateWorld {
	const world = new CertificateWorld();
	world.makeHistory(10);
	prepare(world);
	return world;
}

/** The state of vault and application. */
export function snapshot(world: CertificateWorld) {
	const { attributes: _attributes, ...settings } = world.policy;
	const isPending = world.pending?.status === 'inProgress';
	return { version: world.current.version, tags: world.current.tags, keyIds: world.keyIds, settings, isPending };
}

/** Answers each request of a step instead of the service. */
export function refuse(world: CertificateWorld, step: string, status: number, code = 'Refused'): Interference {
	return (request, serve) =>
		world.describe(request) === step ? response(status, { error: { code, message: '' } }) : serve();
}

// A disk that is full at any one write of a step that writes everywhere: all or nothing, and an error that says where.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { issue } from '../support/certificates.js';
import { certificateAnswers } from './scripted-certificate.js';
import { assertNothingExported, CLIENT_SECRET, type RunOptions, runAction } from './scripted-vault.js';

const EXO = { leaf: issue('exo', { kind: 'rsa' }), issuers: [] };
const OPTIONS: RunOptions = { answers: certificateAnswers('exo', EXO), variables: { HOME: '/home/runner' } };
const INPUTS = { secrets: 'sql | file\ndb', certificates: 'exo | pem | file | store', 'export-env': 'true' };

function run(fault: RunOptions = {}): ReturnType<typeof runAction> {
	return runAction(INPUTS, { ...OPTIONS, ...fault });
}

/** What of the user's is there after a step that has left nothing: no file, and no folder of the store. */
function leftOf({ user, folders }: Awaited<ReturnType<typeof run>>): readonly unknown[] {
	return [...folders.folders, ...user.files, ...[...user.folders].filter((one) => one.startsWith('/home/runner/'))];
}

/** The writes, how many there are at least, and what an error may call the place. */
const WRITES = {
	'the files of the runner': ['failAtOutput', 20, /^GITHUB_(?:STATE|OUTPUT|ENV): /],
	RUNNER_TEMP: ['failAtFile', 3, /^RUNNER_TEMP: /],
	'the store': ['failAtStoreFile', 3, /^\/home\/runner\/\.dotnet\/corefx\/cryptography\/x509stores\/my: /],
} as const;

describe('a full disk', () => {
	for (const [place, [option, least, subject]] of Object.entries(WRITES)) {
		// Promise: R8
		it(`at any write to ${place}, leaves nothing, says where there was no room, and shows no secret`, async () => {
			let write = 1;
			for (let record = await run({ [option]: write }); !record.succeeded; record = await run({ [option]: write })) {
				assertNothingExported(record);
				const { state, outputs, variables } = record.files;
				assert.deepEqual([...state, ...outputs, ...variables, ...leftOf(record)], [], `write ${write}`);
				assert.equal(record.errors.length, 1);
				assert.match(record.errors[0]?.text ?? '', subject);
				assert.match(record.errors[0]?.text ?? '', /writing to it failed, so nothing is exported/);
				assert.doesNotMatch(
					JSON.stringify([record.log.annotations, record.log.lines, record.log.debugLines]),
					new RegExp(`ENOSPC|value of|${CLIENT_SECRET}`),
				);
				write += 1;
			}
			assert.ok(write > least, `only ${write - 1} writes failed`);
		});
	}

	it('for the summary alone takes nothing away', async () => {
		const { succeeded, files } = await run({ faults: { summaryFails: true } });
		assert.ok(succeeded);
		assert.equal(files.outputs.get('sql'), 'value of sql');
	});
});

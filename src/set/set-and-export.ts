// The set action: reads and checks every line, hides every value, then compares and writes one line after the other.
import type { Credential } from '../entra/credential.js';
import { ActionErrors, checkAll, expectedErrors } from '../errors.js';
import { annotateAll } from '../export/step-log.js';
import { type OpenSession, openSession } from '../flow/open-session.js';
import { checkRunner } from '../flow/step-frame.js';
import { readCertificatePassword, readSetLines, readSetOptions, type SetOptions } from '../input/set-inputs.js';
import { joinMaskings, maskSecret } from '../masks/masks.js';
import { chooseSetVault, planSetLines, type SetVault } from '../plan/set-plan.js';
import type { Annotation, Machine, Ports } from '../ports.js';
import { type Content, readContent } from './read-content.js';
import { setObject } from './set-object.js';
import { describeResult, exportResults, type LineResult } from './set-outcome.js';
import { SET_TIMEOUT_MS, type SetRun } from './set-run.js';
import { certificateTarget, secretTarget } from './write-target.js';

interface Decided {
	readonly credential: Credential;
	readonly options: SetOptions;
	readonly vault: SetVault;
	/** At least one. */
	readonly contents: readonly Content[];
}

/**
 * Writes every line that can be written.
 * @param credential what came of choosing it
 * @throws ActionErrors with every mistake before the first request, or with those of the lines that failed
 */
export async function setAndExport(ports: Ports, credential: () => Credential): Promise<void> {
	const decided = decide(ports, credential);
	await hide(ports, decided.contents);
	const run = await openRun(ports, decided);
	const results: LineResult[] = [];
	for (const content of decided.contents) {
		const result = await setLine(run, content, decided.vault);
		ports.log.info(describeResult(result));
		results.push({ ...result, content });
	}
	await exportResults(results, decided.options, ports);
}

// Everything that can be known before the first request, and every mistake in it.
function decide(ports: Ports, credential: () => Credential): Decided {
	return checkAll<Decided & { files: undefined }>({
		files: () => checkRunner(ports, ['GITHUB_OUTPUT']),
		credential,
		options: () => readSetOptions(ports.inputs),
		vault: () => chooseSetVault(ports.inputs),
		contents: () => {
			const reading = { ports, certificatePassword: readCertificatePassword(ports.inputs) };
			return planSetLines(readSetLines(ports.inputs), (planned) => readContent(planned, reading));
		},
	});
}

async function hide({ log, inputs }: Ports, contents: readonly Content[]): Promise<void> {
	const password = readCertificatePassword(inputs);
	const ofPassword = password === undefined ? [] : [maskSecret(password.reveal())];
	await log.mask(joinMaskings(...ofPassword, ...contents.map(({ masking }) => masking)).masks);
	annotateAll(log, 'warning', [...contents.flatMap(warnOfMasks), ...contents.flatMap(({ warnings }) => warnings)]);
}

const WEAKNESSES = {
	short:
		'has fewer than 4 characters. It is masked, so the log shows *** wherever these characters occur, and job outputs that contain them are dropped.',
	commonplace:
		'is a common word or a short number. It is masked, so the log shows *** wherever the same text occurs, and job outputs that contain it are dropped.',
	none: 'has no line that can be masked without damage to the log. Do not print it.',
} as const;

function warnOfMasks({ line, masking: { weakness } }: Content): readonly Annotation[] {
	if (weakness === undefined || weakness.kind === 'leaves') return [];
	const text = `The value of ${line.name} ${WEAKNESSES[weakness.kind]}`;
	return [{ title: `${weakness.kind === 'none' ? 'Not masked' : 'Short or common'}: ${line.name}`, text }];
}

async function openRun(ports: Ports, { credential, vault, contents, options }: Decided): Promise<SetRun> {
	const [first] = contents as readonly [Content, ...Content[]];
	const firstItem = {
		vaultUrl: vault.vaultUrl,
		collection: first.line.input,
		name: first.line.name,
		version: undefined,
	};
	const signingIn = { ...ports, machine: withoutSources(ports.machine, contents) };
	const opened = await openSession(signingIn, { credential, cloud: vault.cloud, firstItem }, SET_TIMEOUT_MS).catch(
		(error: unknown): OpenSession => {
			throw new ActionErrors(expectedErrors(error).map((one) => one.advising('Nothing was written.')));
		},
	);
	const { session, context } = opened;
	return { ports, options, vault: { session, context }, startMs: context.deadlineMs - SET_TIMEOUT_MS };
}

// A program that signs the step in has no use for the values that lines read.
function withoutSources(machine: Machine, contents: readonly Content[]): Machine {
	const withheld = contents.flatMap(({ source }) => (source.kind === 'env' ? [source.variable] : []));
	return { ...machine, runProgram: (start) => machine.runProgram({ ...start, withheld }) };
}

async function setLine(run: SetRun, content: Content, { vaultUrl }: SetVault): Promise<Omit<LineResult, 'content'>> {
	if (content.kind === 'certificate') {
		const target = certificateTarget(content, vaultUrl);
		return { target, outcome: await setObject(run, target) };
	}
	const target = secretTarget(content, vaultUrl, run.ports.clock.nowMs());
	return { target, outcome: await setObject(run, target) };
}

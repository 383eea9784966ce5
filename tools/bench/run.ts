// Measures the action: `npm --prefix tools run bench`, or some sections alone, such as `npm --prefix tools run bench -- vault`. With `--write`, the
// document and the picture get what was measured.
import { readFileSync, writeFileSync } from 'node:fs';
import { findNodes } from '../../__tests__/runner/node24.js';
import { replaceBetween } from '../../scripts/readme-tables.js';
import { type Case, FETCHES, START } from './cases.js';
import { drawChart } from './chart.js';
import { prepareClients, readVersions } from './clients.js';
import { describeExpiry, describeExpiryTimes, measureExpiry } from './expiry.js';
import { type CaseFigures, makeFigures } from './figures.js';
import { type Bench, measureCase } from './measure.js';
import {
	describeCase,
	describeCircumstances,
	describeFetches,
	describeMachine,
	describeStart,
	ofLastNetwork,
} from './report.js';
import { chooseSections, type SectionName } from './sections.js';
import { describeTimes, describeTokens, measureTokens } from './tokens.js';
import { measureVaults } from './vault.js';
import { makeVaultFigures } from './vault-figures.js';
import { describeVault, describeVaults } from './vault-report.js';

const DOCUMENT = 'docs/performance.md';
const PICTURE = 'docs/speed.svg';

const { sections, isToWrite } = chooseSections(process.argv.slice(2));
const node = findNodes().nodes.find(({ version }) => version.startsWith('24.'));
if (node === undefined) throw new Error('Node 24 is needed, as runners have it: set SECOND_NODE to its path.');
const nodeVersion = node.version;
const bench: Bench = { node: node.path, commands: prepareClients(node.path) };

/** Measures a section, and gives what the document says of it. */
const MEASURE: Readonly<Record<SectionName, () => Promise<readonly string[]>>> = {
	start: async () => describeStart(await measure(START)),
	fetch: async () => {
		const fetches: CaseFigures[] = [];
		for (const one of FETCHES) fetches.push(await measure(one));
		if (isToWrite) writeFileSync(PICTURE, drawChart(ofLastNetwork(fetches), describeMachine()));
		return describeFetches(fetches);
	},
	tokens: async () => {
		const figures = await measureTokens(bench.node);
		console.log(describeTimes(figures).join('\n'));
		return describeTokens(figures);
	},
	vault: async () => {
		const vaults = (await measureVaults(bench)).map(makeVaultFigures);
		console.log(vaults.map(describeVault).join('\n'));
		return describeVaults(vaults);
	},
	expiry: async () => {
		const figures = await measureExpiry(bench.node);
		console.log(describeExpiryTimes(figures).join('\n'));
		return describeExpiry(figures);
	},
};

for (const section of sections) {
	const found = await MEASURE[section]();
	if (isToWrite) write(section, found);
}

function write(section: SectionName, found: readonly string[]): void {
	const date = new Date().toISOString().slice(0, 10);
	const { 'this action': own = '', ...others } = readVersions();
	// The other packages have no part in what the action alone is measured at.
	const versions = { 'this action': own, ...(section === 'start' || section === 'fetch' ? others : {}) };
	const circumstances = describeCircumstances({ date, nodeVersion, versions });
	const lines = readFileSync(DOCUMENT, 'utf8').split(/\r?\n/);
	writeFileSync(DOCUMENT, replaceBetween(lines, section, [circumstances, '', ...found]).join('\n'));
	console.log(`${section}: written to ${DOCUMENT}.`);
}

async function measure(measured: Case): Promise<CaseFigures> {
	const figures = { measured, figures: makeFigures(await measureCase(bench, measured)) };
	console.log(describeCase(figures).join('\n'));
	return figures;
}

// Measures the action against a bare script and the Azure SDK: `npm run bench`. With `-- --write`, the document and the
// picture get the result.
import { readFileSync, writeFileSync } from 'node:fs';
import { findNodes } from '../__tests__/runner/node24.js';
import { replaceBetween } from '../scripts/readme-tables.js';
import { type Case, FETCHES, START } from './cases.js';
import { drawChart } from './chart.js';
import { prepareClients, readVersions } from './clients.js';
import { type CaseFigures, makeFigures } from './figures.js';
import { type Bench, measureCase } from './measure.js';
import { describeCase, describeResult, ofLastNetwork } from './report.js';

const DOCUMENT = 'docs/performance.md';
const PICTURE = 'docs/speed.svg';

const node = findNodes().nodes.find(({ version }) => version.startsWith('24.'));
if (node === undefined) throw new Error('Node 24 is needed: runners start the action with it.');
const bench: Bench = { node: node.path, commands: prepareClients(node.path) };

const start = await measure(START);
const fetches: CaseFigures[] = [];
for (const one of FETCHES) fetches.push(await measure(one));

if (process.argv.includes('--write')) {
	const date = new Date().toISOString().slice(0, 10);
	const result = describeResult(start, fetches, { date, nodeVersion: node.version, versions: readVersions() });
	const lines = readFileSync(DOCUMENT, 'utf8').split(/\r?\n/);
	writeFileSync(DOCUMENT, replaceBetween(lines, 'figures', result).join('\n'));
	writeFileSync(PICTURE, drawChart(ofLastNetwork(fetches)));
	console.log(`Written to ${DOCUMENT} and ${PICTURE}.`);
}

async function measure(measured: Case): Promise<CaseFigures> {
	const figures = { measured, figures: makeFigures(await measureCase(bench, measured)) };
	console.log(describeCase(figures).join('\n'));
	return figures;
}

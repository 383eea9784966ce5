// Runs the fault battery and writes its tables into the page about reliability; a test compares the two.
import '../__tests__/battery/record-errors.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { EXCHANGES } from '../__tests__/battery/exchanges.js';
import { type CaseResult, runCases } from '../__tests__/battery/run-case.js';
import { RELIABILITY_PAGE, withTally } from '../__tests__/battery/tally.js';
import { makeServices } from '../__tests__/support/make-services.js';

const services = makeServices();
const results: CaseResult[] = [];
for (const exchange of EXCHANGES) results.push(...(await runCases(services, exchange)));
writeFileSync(RELIABILITY_PAGE, withTally(readFileSync(RELIABILITY_PAGE, 'utf8'), results));
console.log(`${RELIABILITY_PAGE}: the tables of ${results.length} cases are written`);

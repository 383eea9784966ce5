// Runs matrices of jobs in simulated time and writes what they come to into the page about performance; a test compares
// the two.
import { readFileSync, writeFileSync } from 'node:fs';
import { runMatrix } from '../__tests__/scale/matrix.js';
import { MATRICES, makeMatrixFigures, PERFORMANCE_PAGE, withMatrixTable } from '../__tests__/scale/matrix-figures.js';

const figures = [];
for (const order of MATRICES) figures.push(makeMatrixFigures(order, await runMatrix(order)));
writeFileSync(PERFORMANCE_PAGE, withMatrixTable(readFileSync(PERFORMANCE_PAGE, 'utf8'), figures));
console.log(`${PERFORMANCE_PAGE}: the table of ${figures.length} matrices is written`);

// Loaded before the program that is measured: writes at its end how much memory the process had at its peak, in KiB.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY_FILE, `${process.resourceUsage().maxRSS}`));

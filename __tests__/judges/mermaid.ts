// Mermaid's parser, which GitHub uses as well. It cleans texts by a library that wants a browser's document.
import { JSDOM } from 'jsdom';

/** A bar as Mermaid understands it, with days as `YYYY-MM-DD`. */
export interface ReadBar {
	readonly label: string;
	readonly from: string;
	readonly until: string;
	readonly isUrgent: boolean;
}

/** Reads a chart; rejects if it is none. */
export type ReadChart = (chart: string) => Promise<readonly ReadBar[]>;

/** Data that Mermaid keeps of a bar. */
interface Task {
	readonly task: string;
	readonly startTime: Date;
	readonly endTime: Date;
	readonly crit: boolean;
}

/** Loads Mermaid and returns the reader of its Gantt charts. */
export async function readGantt(): Promise<ReadChart> {
	const { window } = new JSDOM('');
	Object.assign(globalThis, { window, document: window.document });
	const { default: mermaid } = await import('mermaid');
	mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
	return async (chart) => {
		const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart);
		const { getTasks } = diagram.db as unknown as { readonly getTasks: () => readonly Task[] };
		return getTasks().map(({ task, startTime, endTime, crit }) => ({
			label: task.trim(),
			from: formatLocalDay(startTime),
			until: formatLocalDay(endTime),
			isUrgent: crit === true,
		}));
	};
}

// Mermaid takes a day for one of the reader's own time zone.
function formatLocalDay(date: Date): string {
	const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
	return parts.map((part) => `${part}`.padStart(2, '0')).join('-');
}

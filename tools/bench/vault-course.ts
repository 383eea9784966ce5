// How a vault was asked, from the paths of the requests in the order of their arrival.
import type { VaultCourse } from './service.js';

/** Counts pages of the list of secrets, and secrets; what else was asked is no matter of the vault. */
export function describeCourse(paths: readonly string[]): Omit<VaultCourse, 'mostAtOnce'> {
	let [pages, reads, pagesBeforeFirstRead, readsBeforeLastPage] = [0, 0, 0, 0];
	for (const path of paths) {
		if (/^\/secrets\/?$/.test(path)) {
			pages += 1;
			readsBeforeLastPage = reads;
		} else if (path.startsWith('/secrets/')) {
			if (reads === 0) pagesBeforeFirstRead = pages;
			reads += 1;
		}
	}
	return { pages, reads, pagesBeforeFirstRead, readsBeforeLastPage };
}

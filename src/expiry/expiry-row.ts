// One thing that ends: what the outputs say of it, and what a reader of the table needs in addition.

/** An entry as the outputs and the report show it. Texts that are absent are empty. The order of members is that of the JSON. */
export interface ExpiryEntry {
	/** The kind of list that has it. */
	readonly source: 'vault' | 'application';
	/** Host of the vault, or display name of the application. */
	readonly where: string;
	/** Application (client) ID; of a vault's object only if an application uses it. */
	readonly appId: string;
	/** Object ID of the app registration or of the enterprise application; of a vault's object as `appId`. */
	readonly appObjectId: string;
	readonly kind: EntryKind;
	/** Name of the vault's object, or display name of the password or key credential. Anybody may have chosen it. */
	readonly name: string;
	/** Key ID of the password or key credential; empty for the vault's objects. */
	readonly keyId: string;
	/** `YYYY-MM-DDTHH:MM:SSZ`; empty if it does not end. */
	readonly expiresOn: string;
	/** Whole days until its end, rounded down: 0 in the last day, negative once it has ended; null if it does not end. */
	readonly days: number | null;
	readonly enabled: boolean;
	/** Facts that a person should know of it, in sentences; empty if there are none. Holds no name that somebody else chose. */
	readonly note: string;
}

/** Kinds of what ends: `secret`, `certificate` and `key` in a vault, `password` and `key-credential` of an application. */
export type EntryKind = 'secret' | 'certificate' | 'key' | 'password' | 'key-credential';

/** An entry, and what a table, a timeline or an annotation needs in addition. */
export interface ExpiryRow {
	readonly entry: ExpiryEntry;
	readonly owner: RowOwner;
	/** Milliseconds since 1970; undefined if it does not end. */
	readonly endMs: number | undefined;
	readonly severity: Severity;
	/** Whether it is renewed without anybody's help: a certificate whose policy says AutoRenew. */
	readonly renewsItself: boolean;
	/** Whether it has ended, but its application has another credential that is valid. */
	readonly isReplaced: boolean;
}

/**
 * Urgency of a row: `expired` and `expiring` (within `expiry-warning-days`) are in the outputs of these names, `later`
 * ends after that, `never` has no end, `disabled` is in no output whatever its end.
 */
export type Severity = 'expired' | 'expiring' | 'later' | 'never' | 'disabled';

/** The vault or application that a row belongs to, with the parts of the portal's address of it. */
export type RowOwner =
	| {
			readonly kind: 'vault';
			/** Host name, with its port if it has one. */
			readonly host: string;
			readonly collection: 'secrets' | 'certificates' | 'keys';
			/** Letters, digits and hyphens. */
			readonly objectName: string;
	  }
	| {
			readonly kind: 'app-registration' | 'enterprise-application';
			/** GUID, lower case. */
			readonly appId: string;
			/** GUID, lower case. */
			readonly objectId: string;
			readonly displayName: string;
	  };

/** Everything that was found, as the table, the timeline and the annotations take it. */
export interface ExpiryReport {
	/** Sorted by end, most urgent first, those without an end last; disabled ones after all others, sorted alike. */
	readonly rows: readonly ExpiryRow[];
	/** The instant that the days count from, in milliseconds since 1970. */
	readonly nowMs: number;
	/** Days; 0 for no warnings, and then no row is `expiring`. */
	readonly warningDays: number;
	/** Whether a vault or the tenant could not be listed to its end. */
	readonly isIncomplete: boolean;
	/** The portal's address in the cloud; with the directory in its path if that is known. */
	readonly portal: string;
}

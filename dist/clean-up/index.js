"use strict";
var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = process.getBuiltinModule("node:child_process");

/***/ })

});
/************************************************************************/
// The module cache
var __webpack_module_cache__ = {};

// The require function
function __nccwpck_require__(moduleId) {
	// Check if module is in cache
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== undefined) {
		return cachedModule.exports;
	}
	// Create a new module (and put it into the cache)
	var module = __webpack_module_cache__[moduleId] = {
		// no module.id needed
		// no module.loaded needed
		exports: {}
	};

	// Execute the module function
	var threw = true;
	try {
		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
		threw = false;
	} finally {
		if(threw) delete __webpack_module_cache__[moduleId];
	}

	// Return the exports of the module
	return module.exports;
}

/************************************************************************/
/* webpack/runtime/asset-relocator-loader */

/* webpack/runtime/create fake namespace object */
(() => {
	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
	var leafPrototypes;
	// create a fake namespace object
	// mode & 1: value is a module id, require it
	// mode & 2: merge all properties of value into the ns
	// mode & 4: return value when already ns object
	// mode & 16: return value when it's Promise-like
	// mode & 8|1: behave like require
	__nccwpck_require__.t = function(value, mode) {
		if(mode & 1) value = this(value);
		if(mode & 8) return value;
		if(typeof value === 'object' && value) {
			if((mode & 4) && value.__esModule) return value;
			if((mode & 16) && typeof value.then === 'function') return value;
		}
		var ns = Object.create(null);
		__nccwpck_require__.r(ns);
		var def = {};
		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
		}
		def['default'] = () => (value);
		__nccwpck_require__.d(ns, def);
		return ns;
	};
})();

/* webpack/runtime/define property getters */
(() => {
	// define getter functions for harmony exports
	__nccwpck_require__.d = (exports, definition) => {
		for(var key in definition) {
			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
			}
		}
	};
})();

/* webpack/runtime/hasOwnProperty shorthand */
(() => {
	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
})();

/* webpack/runtime/make namespace object */
(() => {
	// define __esModule on exports
	__nccwpck_require__.r = (exports) => {
		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
		}
		Object.defineProperty(exports, '__esModule', { value: true });
	};
})();


;// CONCATENATED MODULE: ./build/src/export/private-folder.js
/** What its name is saved under for the post step. */
const FOLDER_STATE = 'folder';
const PREFIX = 'key-vault-';
/** So many that nobody can lay something there beforehand. */
const RANDOM_BYTES = 16;
/** Could {@link placeFiles} have given this name? Others must not be removed. */
function isFolderName(name) {
	return new RegExp(`^${PREFIX}[0-9a-f]{${2 * RANDOM_BYTES}}$`).test(name);
}
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = process.getBuiltinModule("node:path");
;// CONCATENATED MODULE: ./build/src/plan/store-site.js
// Where a user's certificate store is, CurrentUser\My as .NET calls it.

// dotnet/runtime, OpenSslDirectoryBasedStoreProvider.cs and PersistedFiles.Unix.cs
const FOLDERS = ['.dotnet', 'corefx', 'cryptography', 'x509stores', 'my'];
/** The store of the user that the step runs as. */
function findStoreSite(platform, variable) {
	switch (platform) {
		case 'linux': {
			const home = variable('HOME') ?? '';
			if (external_node_path_namespaceObject.posix.isAbsolute(home))
				return { kind: 'files', folder: external_node_path_namespaceObject.posix.join(home, ...FOLDERS) };
			return {
				kind: 'none',
				problem: 'has store, and HOME, below which .NET keeps the store, is not set to a folder.',
				hint: 'Set HOME to the home folder of the user that later steps run as.',
			};
		}
		case 'win32': {
			const folder = external_node_path_namespaceObject.win32.join(variable('SystemRoot') ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0');
			return {
				kind: 'windows',
				powershell: external_node_path_namespaceObject.win32.join(folder, 'powershell.exe'),
				modules: external_node_path_namespaceObject.win32.join(folder, 'Modules'),
			};
		}
		default:
			return {
				kind: 'none',
				problem: 'has store, which works on Linux and Windows, not on macOS.',
				hint: 'Write | file, and open NAME-path with NAME-password.',
			};
	}
}
/** The folders of a store of files that have to be made for it, from its own upwards. */
function store_site_storeFolders(folder) {
	const home = folder.split('/').slice(0, -FOLDERS.length).join('/');
	return FOLDERS.map((_, index) => [home, ...FOLDERS.slice(0, FOLDERS.length - index)].join('/'));
}
/** Is it the path of a store of files? Others must not be touched. */
function isStoreFolder(path) {
	return external_node_path_namespaceObject.posix.isAbsolute(path) && path.endsWith(`/${FOLDERS.join('/')}`) && external_node_path_namespaceObject.posix.normalize(path) === path;
}
;// CONCATENATED MODULE: ./build/src/errors.js
;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = process.getBuiltinModule("node:crypto");
;// CONCATENATED MODULE: ./build/src/certificate/der.js
// A reader of DER (ITU-T X.690), as far as certificates need it: definite lengths, tags of one byte.

;// CONCATENATED MODULE: ./build/src/certificate/ber.js
// A reader of BER (ITU-T X.690 section 8), which PKCS#12 allows beside DER: indefinite lengths, octet strings in pieces.

;// CONCATENATED MODULE: ./build/src/certificate/pfx-error.js
// How the reading of a PFX, or of an encrypted key in PEM, fails: never with a part of what was read.

;// CONCATENATED MODULE: ./build/src/certificate/identity.js
// Which certificate belongs to a private key, and which ones issued it.


;// CONCATENATED MODULE: ./build/src/certificate/pfx-kdf.js
// Keys from passwords: the derivation of PKCS#12 (RFC 7292 App. B) and PBKDF2 (RFC 8018 section 5.2), within a limit of work.


;// CONCATENATED MODULE: ./build/src/certificate/pfx-oids.js
/** Schemes that protect (RFC 8018 App. A, RFC 7292 App. C). */
const pfx_oids_SCHEME_OID = {
	pbkdf2: '1.2.840.113549.1.5.12',
	pbes2: '1.2.840.113549.1.5.13',
	pbmac1: '1.2.840.113549.1.5.14',
	sha1And3Des: '1.2.840.113549.1.12.1.3',
	sha1And2KeyTripleDes: '1.2.840.113549.1.12.1.4',
	sha1And128BitRc2: '1.2.840.113549.1.12.1.5',
	sha1And40BitRc2: '1.2.840.113549.1.12.1.6',
};
/** Ciphers (RFC 3565 section 4.1, RFC 8018 App. B.2). */
const CIPHER_OID = {
	aes128: '2.16.840.1.101.3.4.1.2',
	aes192: '2.16.840.1.101.3.4.1.22',
	aes256: '2.16.840.1.101.3.4.1.42',
	tripleDes: '1.2.840.113549.3.7',
};
/** Digests (RFC 8017 App. B.1). */
const DIGEST_OID = {
	sha1: '1.3.14.3.2.26',
	sha256: '2.16.840.1.101.3.4.2.1',
	sha384: '2.16.840.1.101.3.4.2.2',
	sha512: '2.16.840.1.101.3.4.2.3',
};
/** HMAC with a digest (RFC 8018 App. B.1). */
const HMAC_OID = {
	sha1: '1.2.840.113549.2.7',
	sha224: '1.2.840.113549.2.8',
	sha256: '1.2.840.113549.2.9',
	sha384: '1.2.840.113549.2.10',
	sha512: '1.2.840.113549.2.11',
};
;// CONCATENATED MODULE: ./build/src/certificate/rc2.js
// RC2 (RFC 2268), which OpenSSL 3 and so Node no longer have, and which older PFX files hide their certificates with.
/** The first 256 digits of pi, shuffled (RFC 2268 section 2). */
const PI_TABLE = [
	'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32',
	'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626',
	'6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a',
	'961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731',
	'2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e',
	'c5f3db47e5a59c770aa62068fe7fc1ad',
].join('');
;// CONCATENATED MODULE: ./build/src/certificate/pfx-cipher.js
// Decryption with a password: PBES2 (RFC 8018 section 6.2) and the schemes of PKCS#12 (RFC 7292 App. C).







/** Schemes of PKCS#12: all with SHA-1, and 8 bytes a block. */
const PKCS12_SCHEMES = new Map([
	[pfx_oids_SCHEME_OID.sha1And3Des, { name: 'des-ede3-cbc', keyLength: 24 }],
	[pfx_oids_SCHEME_OID.sha1And2KeyTripleDes, { name: 'des-ede3-cbc', keyLength: 16 }],
	[pfx_oids_SCHEME_OID.sha1And128BitRc2, { name: 'rc2-cbc', keyLength: 16 }],
	[pfx_oids_SCHEME_OID.sha1And40BitRc2, { name: 'rc2-cbc', keyLength: 5 }],
]);
const PBES2_CIPHERS = new Map([
	[CIPHER_OID.aes128, { name: 'aes-128-cbc', keyLength: 16, ivLength: 16 }],
	[CIPHER_OID.aes192, { name: 'aes-192-cbc', keyLength: 24, ivLength: 16 }],
	[CIPHER_OID.aes256, { name: 'aes-256-cbc', keyLength: 32, ivLength: 16 }],
	[CIPHER_OID.tripleDes, { name: 'des-ede3-cbc', keyLength: 24, ivLength: 8 }],
]);
const HMAC_DIGESTS = new Map(Object.entries(HMAC_OID).map(([digest, oid]) => [oid, digest]));
;// CONCATENATED MODULE: ./build/src/certificate/pfx-bags.js
// The bags of a PFX: private keys and certificates, encrypted or not (RFC 7292 sections 4.1 and 4.2).





/** Bags within bags: more than any tool writes, few enough for the stack. */
const pfx_bags_MAX_DEPTH = 8;
function readBags(safeContents, reading) {
	if (reading.depth > pfx_bags_MAX_DEPTH)
		throw notDer();
	const [sequence] = readBer(safeContents);
	for (const bag of readBerInside(sequence, TAG.sequence))
		readBag(readBerInside(bag, TAG.sequence), reading);
}
function readBag([id, explicit, attributeSet], reading) {
	const [value] = readBerInside(explicit, TAG.context0);
	if (value === undefined)
		throw notDer();
	const attributes = attributeSet === undefined ? readAttributes([]) : readAttributes(readBerInside(attributeSet, TAG.set));
	switch (readOid(id)) {
		case BAG_OID.key:
			reading.privateKeys.push({ pkcs8: value.raw, ...attributes });
			return;
		case BAG_OID.shroudedKey:
			reading.privateKeys.push({ pkcs8: decryptKey(value, reading.lock), ...attributes });
			return;
		case BAG_OID.certificate: {
			const [type, certificate] = readBerInside(value, TAG.sequence);
			if (readOid(type) !== BAG_OID.x509Certificate)
				return;
			const [octets] = readBerInside(certificate, TAG.context0);
			reading.certificates.push({ der: readOctets(octets), ...attributes });
			return;
		}
		case BAG_OID.safeContents:
			readBags(value.raw, { ...reading, depth: reading.depth + 1 });
			return;
		default:
		// Revocation lists, secrets and what Java adds: nothing that is looked for here.
	}
}
/**
 * The PKCS#8 key within an `EncryptedPrivateKeyInfo` (RFC 5958 section 3).
 * @throws ActionError where the password is wrong or the algorithm not known
 */
function decryptKey(encrypted, lock) {
	const [algorithm, data] = readBerInside(encrypted, TAG.sequence);
	return decrypt(algorithm, readOctets(data), lock);
}
// Attributes are hints: one that is not of its usual type counts as left out.
function readAttributes(elements) {
	const values = new Map(elements.map((element) => {
		const [oid, set] = readBerInside(element, TAG.sequence);
		return [readOid(oid), readBerInside(set, TAG.set)[0]];
	}));
	const localKeyId = values.get(ATTRIBUTE_OID.localKeyId);
	return {
		friendlyName: readBmpString(values.get(ATTRIBUTE_OID.friendlyName)),
		localKeyId: localKeyId?.tag === TAG.octetString ? localKeyId.contents : undefined,
		csp: readBmpString(values.get(ATTRIBUTE_OID.cspName)),
	};
}
function readBmpString(element) {
	if (element?.tag !== TAG.bmpString || element.contents.length % 2 !== 0)
		return undefined;
	return Buffer.from(element.contents).swap16().toString('utf16le');
}
;// CONCATENATED MODULE: ./build/src/certificate/pfx-mac.js
// The MAC of a PFX, which tells whether the password is right (RFC 7292 section 4; PBMAC1: RFC 9579).







const DIGESTS = new Map(Object.entries(DIGEST_OID).map(([digest, oid]) => [oid, digest]));
;// CONCATENATED MODULE: ./build/src/certificate/pfx-read.js
// A reader of PFX files (PKCS#12, RFC 7292), as vaults, Windows, OpenSSL and Java write them.










/** A vault holds 25 kB, and a chain takes less; without a limit, RC2 alone could take seconds. */
const MAX_BYTES = (/* unused pure expression or super */ null && (1024 * 1024));
;// CONCATENATED MODULE: ./build/src/secret-text.js
// A string that must not be seen: it prints, serializes and inspects as a placeholder, and gives its text on request only.
const PLACEHOLDER = '[secret]';
/** Text that no log, error or JSON may show. Only the files that a house test lists may call {@link SecretText.reveal}. */
class SecretText {
	#text;
	constructor(text) {
		this.#text = text;
	}
	/** The text itself, for the one place that has to send, mask or write it. */
	reveal() {
		return this.#text;
	}
	toString() {
		return PLACEHOLDER;
	}
	toJSON() {
		return PLACEHOLDER;
	}
	/** What `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')]() {
		return PLACEHOLDER;
	}
}
/** Bytes that no log, error or JSON may show; as {@link SecretText}. */
class secret_text_SecretBytes {
	#bytes;
	constructor(bytes) {
		this.#bytes = bytes;
	}
	/** The bytes themselves, for the one place that has to write them. */
	reveal() {
		return this.#bytes;
	}
	toString() {
		return PLACEHOLDER;
	}
	toJSON() {
		return PLACEHOLDER;
	}
	/** What `util.inspect`, and so `console.log`, shows. */
	[Symbol.for('nodejs.util.inspect.custom')]() {
		return PLACEHOLDER;
	}
}
;// CONCATENATED MODULE: ./build/src/export/store-entries.js
// The entries of a certificate store that is a folder of PFX files: whose they are, and what they hold.




/** Stands beside an entry that this action has made, and says for whom. .NET reads `*.pfx` alone. */
const MARK = '.azure-key-vault-action';
const ENTRY_NAME = /^[0-9A-F]{40}(?:\.[1-9])?\.pfx$/;
const store_entries_MAX_BYTES = 1024 * 1024;
/**
 * Removes the entries whose owners are gone, also those that a killed step has begun to write. An entry that was
 * replaced since it was marked is somebody's own, and stays.
 */
function store_entries_clearEntries(folder, isGone, files) {
	const { userFiles, machine } = files;
	for (const name of userFiles.list(folder)) {
		const entry = name.slice(0, -MARK.length);
		if (!name.endsWith(MARK) || !ENTRY_NAME.test(entry))
			continue;
		const [owner = '', digest] = machine.readFile(`${folder}/${name}`, store_entries_MAX_BYTES).toString().split('\n');
		// No entry is written before its mark has a digest: of one that has none there is nothing else to remove.
		if (digest !== undefined && !isGone(owner))
			continue;
		const path = `${folder}/${entry}`;
		if (digest !== undefined && userFiles.exists(path)) {
			const bytes = machine.readFile(path, store_entries_MAX_BYTES);
			if (isCutOff(bytes) || digestOf(bytes) === digest)
				userFiles.remove(path);
		}
		userFiles.remove(`${folder}/${name}`);
	}
}
// Less than its own length says, as writeFile leaves it where the step is killed (DER, X.690 section 8.1.3).
function isCutOff(bytes) {
	const [tag = SEQUENCE, first = LONG_LENGTH + 1] = bytes;
	const count = first - LONG_LENGTH;
	if (tag !== SEQUENCE || count < 1 || count > 4)
		return false;
	return bytes.length < 2 + count || bytes.length < 2 + count + bytes.readUIntBE(2, count);
}
/** Of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;
function digestOf(bytes) {
	return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(bytes).digest('hex');
}
;// CONCATENATED MODULE: ./build/src/export/store-order.js
// What is to be put into the user's certificate store, and what every kind of store says of it.

;// CONCATENATED MODULE: ./build/src/export/file-store.js
// The certificate store of .NET on Linux: entries put into its folder for the rest of the job.




/** What is saved for the post step: the store's folder, and the topmost of its folders that the step has made. */
const FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' };
/** Removes what the step has put there, and the folders that it has made, as far as they are empty. */
function emptyFileStore({ folder, made, owner }, files) {
	store_entries_clearEntries(folder, (other) => other === owner, files);
	const folders = store_site_storeFolders(folder);
	for (const one of folders.slice(0, made === undefined ? 0 : folders.indexOf(made) + 1)) {
		if (files.userFiles.list(one).length > 0)
			return;
		files.userFiles.removeFolder(one);
	}
}
;// CONCATENATED MODULE: ./build/src/export/windows-store.js
// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.


/** What is saved for the post step: the thumbprints, with a space between two. */
const WINDOWS_STORE_STATE = 'store-thumbprints';
/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;
// Values come by variables of the child alone: what is on a command line, every user of the machine can see.
const LOOK = [
	"foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
	"$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
	"if (-not (Test-Path -LiteralPath $path)) { $thumbprint + ' none' }",
	"elseif ((Get-Item -LiteralPath $path).HasPrivateKey) { $thumbprint + ' whole' }",
	"else { $thumbprint + ' without key' } }",
].join(' ');
const IMPORT = [
	'$password = ConvertTo-SecureString -String $env:STORE_PFX_PASSWORD -AsPlainText -Force;',
	"$null = Import-PfxCertificate -FilePath $env:STORE_PFX_PATH -Password $password -CertStoreLocation 'Cert:\\CurrentUser\\My'",
].join(' ');
const REMOVE = [
	"foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
	"$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
	'if (Test-Path -LiteralPath $path) { Remove-Item -Path $path -DeleteKey } }',
].join(' ');
/**
 * Removes these certificates with their private keys, as far as they are there.
 * @throws where one could not be removed
 */
async function emptyWindowsStore(site, thumbprints, { machine }) {
	const result = await run(site, REMOVE, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
	if (result?.exitCode !== 0)
		throw new Error('not removed');
}
function run({ powershell, modules }, script, variables, machine) {
	const command = `$ErrorActionPreference = 'Stop'; ${script}`;
	return machine.runProgram({
		file: powershell,
		args: ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-Command', command],
		// A PowerShell 7 among those that started the runner would hand down its own modules, which this one cannot load.
		variables: { ...variables, PSModulePath: modules },
		timeoutMs: TIMEOUT_MS,
	});
}
;// CONCATENATED MODULE: ./build/src/export/user-store.js
// The user's certificate store: filled for the rest of the job, emptied by the post step.




/**
 * Removes what the step has put there, as its state tells. False where that was nothing.
 * @throws where it could not be removed, or the state is not this action's
 */
async function emptyStore(ports) {
	const folder = ports.savedState(FILE_STORE_STATE.folder);
	const thumbprints = ports.savedState(WINDOWS_STORE_STATE);
	if (folder !== undefined)
		emptyFiles(folder, ports);
	if (thumbprints !== undefined)
		await emptyWindows(thumbprints, ports);
	return folder !== undefined || thumbprints !== undefined;
}
function emptyFiles(folder, ports) {
	const privateFolder = ports.savedState(FOLDER_STATE) ?? '';
	if (!isStoreFolder(folder) || !isFolderName(privateFolder))
		throw notOurs();
	const owner = ports.privateFolders.pathOf(privateFolder, '');
	emptyFileStore({ folder, made: ports.savedState(FILE_STORE_STATE.made), owner }, ports);
}
async function emptyWindows(thumbprints, ports) {
	const site = findStoreSite(ports.machine.platform, ports.variable);
	if (site.kind !== 'windows' || !/^[0-9A-F]{40}(?: [0-9A-F]{40})*$/.test(thumbprints))
		throw notOurs();
	await emptyWindowsStore(site, thumbprints.split(' '), ports);
}
function notOurs() {
	return new Error('not the state of this action');
}
;// CONCATENATED MODULE: ./build/src/flow/clean-up.js
// The post step: removes what the step left for the rest of the job. It never fails: the job's own work is done by then.


/** Removes files and certificates, where the step has left any. What cannot be removed is a warning. */
async function cleanUp(ports) {
	await removeCertificates(ports);
	removeFolder(ports);
}
async function removeCertificates(ports) {
	try {
		const isDone = await emptyStore(ports);
		if (isDone)
			ports.log.info("Removed from the user's certificate store what the step had put there.");
	}
	catch {
		ports.log.annotate('warning', {
			title: 'Certificates are left',
			text: "What the step had put into the user's certificate store, CurrentUser\\My, could not be removed. On Linux the next step with | store there does it; on Windows remove it by hand.",
		});
	}
}
function removeFolder({ savedState, privateFolders, log }) {
	const folder = savedState(FOLDER_STATE);
	if (folder === undefined)
		return;
	try {
		if (!isFolderName(folder))
			throw new Error('no folder of this action');
		privateFolders.remove(folder);
		log.info('Removed the files that the step had written.');
	}
	catch {
		log.annotate('warning', {
			title: 'Files are left',
			text: 'What the step had written below RUNNER_TEMP could not be removed. A runner empties that folder before its next job.',
		});
	}
}
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = process.getBuiltinModule("node:fs");
;// CONCATENATED MODULE: ./build/src/entry/private-folders.js
// Folders of the runner's temporary folder that only this user may read.


/** Windows gives no rights by these: there the rights of the folder above hold. */
const OWN_FOLDER = 0o700;
const OWN_FILE = 0o600;
/** The real folders, below `RUNNER_TEMP` as it is when each is called for. */
const privateFolders = {
	problem: () => {
		if (!process.env['RUNNER_TEMP'])
			return 'RUNNER_TEMP is not set.';
		return isWritableFolder(temporaryFolder()) ? undefined : 'RUNNER_TEMP names no folder that can be written.';
	},
	pathOf: (folder, file) => (0,external_node_path_namespaceObject.join)(pathOf(folder), file),
	// Neither call makes do with what is there already, and so neither follows a link that somebody has laid.
	make: (folder) => (0,external_node_fs_namespaceObject.mkdirSync)(pathOf(folder), { mode: OWN_FOLDER }),
	write: (folder, file, bytes) => (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(pathOf(folder), file), bytes.reveal(), { flag: 'wx', mode: OWN_FILE }),
	// On Windows a scanner may still have a file open.
	remove: (folder) => (0,external_node_fs_namespaceObject.rmSync)(pathOf(folder), { recursive: true, force: true, maxRetries: 3 }),
};
function temporaryFolder() {
	const path = process.env['RUNNER_TEMP'];
	if (!path)
		throw new Error('RUNNER_TEMP is not set');
	return (0,external_node_path_namespaceObject.resolve)(path);
}
function pathOf(folder) {
	return (0,external_node_path_namespaceObject.join)(temporaryFolder(), folder);
}
function isWritableFolder(path) {
	try {
		(0,external_node_fs_namespaceObject.accessSync)(path, external_node_fs_namespaceObject.constants.W_OK | external_node_fs_namespaceObject.constants.X_OK);
		return (0,external_node_fs_namespaceObject.statSync)(path).isDirectory();
	}
	catch {
		return false;
	}
}
;// CONCATENATED MODULE: ./build/src/entry/real-machine.js
// The machine that the step runs on: its files and its programs.


/** More than any token; what is over it ends the program. */
const MAX_OUTPUT_BYTES = 1024 * 1024;
/** Where programs are started: Windows looks for them there first, and a workspace may hold anybody's. */
const SAFE_FOLDER = process.platform === 'win32' ? (process.env['SystemRoot'] ?? 'C:\\Windows') : '/';
/** The real machine. */
const realMachine = {
	platform: process.platform,
	readFile: (path, maxBytes) => {
		const file = (0,external_node_fs_namespaceObject.openSync)((0,external_node_path_namespaceObject.resolve)(process.env['GITHUB_WORKSPACE'] ?? '.', path), 'r');
		try {
			// One byte more than allowed tells whether there is more, whatever the file says of its size.
			const buffer = Buffer.alloc(maxBytes + 1);
			let length = 0;
			for (let read = -1; read !== 0 && length < buffer.length; length += read) {
				read = (0,external_node_fs_namespaceObject.readSync)(file, buffer, length, buffer.length - length, null);
			}
			if (length > maxBytes)
				throw new Error('the file is too large');
			return buffer.subarray(0, length);
		}
		finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
	},
	runProgram: async ({ file, args, variables, timeoutMs }) => {
		// Few runs start a program, and Node's module for it takes its time.
		const { execFile } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 421, 19));
		const env = { ...ownVariables(variables), ...variables };
		const options = { env, cwd: SAFE_FOLDER, timeout: timeoutMs, maxBuffer: MAX_OUTPUT_BYTES, windowsHide: true };
		return new Promise((done) => {
			execFile(file, [...args], options, (error, stdout, stderr) => {
				if (error === null)
					done({ exitCode: 0, stdout, stderr });
				else if (error.code === 'ENOENT')
					done(undefined);
				else
					done({ exitCode: typeof error.code === 'number' ? error.code : undefined, stdout, stderr });
			});
		});
	},
};
// Windows takes names that differ in case for one, and a child gets the first of them: those that are replaced must go.
function ownVariables(replaced = {}) {
	if (process.platform !== 'win32')
		return process.env;
	const names = new Set(Object.keys(replaced).map((name) => name.toUpperCase()));
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !names.has(name.toUpperCase())));
}
;// CONCATENATED MODULE: ./build/src/entry/user-files.js
// Files of this user beyond the runner's folders.

const user_files_OWN_FOLDER = 0o700;
const user_files_OWN_FILE = 0o600;
/** The real files. */
const userFiles = {
	list: (folder) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.readdirSync)(folder)) ?? [],
	exists: (path) => (0,external_node_fs_namespaceObject.lstatSync)(path, { throwIfNoEntry: false }) !== undefined,
	makeFolder: (path) => {
		(0,external_node_fs_namespaceObject.mkdirSync)(path, { recursive: true, mode: user_files_OWN_FOLDER });
	},
	create: (path, bytes) => {
		const file = unless('EEXIST', () => (0,external_node_fs_namespaceObject.openSync)(path, 'wx', user_files_OWN_FILE));
		if (file === undefined)
			return false;
		try {
			(0,external_node_fs_namespaceObject.writeFileSync)(file, bytes.reveal());
		}
		catch (error) {
			(0,external_node_fs_namespaceObject.rmSync)(path, { force: true });
			throw error;
		}
		finally {
			(0,external_node_fs_namespaceObject.closeSync)(file);
		}
		return true;
	},
	remove: (path) => (0,external_node_fs_namespaceObject.rmSync)(path, { force: true }),
	removeFolder: (path) => unless('ENOENT', () => (0,external_node_fs_namespaceObject.rmdirSync)(path)),
};
function unless(code, act) {
	try {
		return act();
	}
	catch (error) {
		if (error instanceof Error && 'code' in error && error.code === code)
			return undefined;
		throw error;
	}
}
;// CONCATENATED MODULE: ./build/src/entry/clean-up.js
// The program of the root action's post step. It does without the toolkit, which would load all of http.




// Nobody may be there to read: what was left is removed all the same.
process.stdout.on('error', () => undefined);
// A job that is cancelled by now wants an end, and gets it in a moment, but no secrets left: what takes too long, a runner
// ends by force.
for (const signal of ['SIGINT', 'SIGTERM'])
	process.on(signal, () => undefined);
function print(line) {
	process.stdout.write(`${line}\n`);
}
cleanUp({
	savedState: (name) => process.env[`STATE_${name}`] || undefined,
	variable: (name) => process.env[name] || undefined,
	privateFolders: privateFolders,
	userFiles: userFiles,
	machine: realMachine,
	// Nothing of what is printed needs escaping: the texts are the action's own.
	log: { info: print, annotate: (level, { title, text }) => print(`::${level} title=${title}::${text}`) },
}).catch(() => print('::warning::Cleaning up ended early.'));

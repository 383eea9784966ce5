"use strict";
exports.id = 757;
exports.ids = [757];
exports.modules = {

/***/ 4757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareStore: () => (/* binding */ prepareStore)
});

// UNUSED EXPORTS: emptyStore

// EXTERNAL MODULE: ./build/programs/src/plan/store-site.js
var store_site = __webpack_require__(3795);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-error.js
var pfx_error = __webpack_require__(9389);
// EXTERNAL MODULE: ./build/programs/src/certificate/pfx-read.js
var pfx_read = __webpack_require__(2103);
// EXTERNAL MODULE: ./build/programs/src/errors.js + 1 modules
var errors = __webpack_require__(5261);
// EXTERNAL MODULE: ./build/programs/src/secret-text.js
var secret_text = __webpack_require__(7720);
;// CONCATENATED MODULE: ./build/programs/src/store/store-options.js

/** Says that a certificate was in the store before, and so is none of this action's. */
function logKept({ log }, thumbprint) {
    log.info(`The user's certificate store has ${thumbprint} already: this action neither changes nor removes that entry.`);
}
/** The error for a certificate that is in the store and of no use there. */
function withoutKeyError(thumbprint) {
    return storeError(thumbprint, {
        code: 'STORE_ENTRY_WITHOUT_KEY',
        problem: "the user's certificate store has this certificate without its private key, and this action does not change an entry that was there before.",
        hint: 'Remove it from there, or write | file.',
    });
}
/** The error for a certificate that cannot be put into the store. */
function storeError(thumbprint, parts) {
    return new errors/* ActionError */.lZ({ ...parts, title: 'Certificate not imported', subject: `thumbprint ${thumbprint}` });
}
//# sourceMappingURL=store-options.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/file-store.js
// The certificate store of .NET on Linux, a folder of PFX files: entries put into it for the rest of the job, whose they
// are, and what they hold.







/** State for the post step: the store's folder, and the topmost of its folders that the step has made. */
const file_store_FILE_STORE_STATE = { folder: 'store-folder', made: 'store-made' };
/** Says what will be written, and what the post step has to know of it. */
function prepareFileStore(folder, { entries, folder: privateFolder }, ports) {
    const owner = ports.privateFolders.pathOf(privateFolder, '');
    const [made] = (0,store_site/* storeFolders */.RN)(folder)
        .filter((one) => !ports.userFiles.exists(one))
        .reverse();
    const state = { [file_store_FILE_STORE_STATE.folder]: folder, ...(made !== undefined && { [file_store_FILE_STORE_STATE.made]: made }) };
    let wanted = [];
    const part = {
        target: folder,
        begin: () => {
            wanted = (0,errors/* checkEach */.Qi)(entries, (entry) => (isWanted(folder, entry.thumbprint, ports) ? [entry] : [])).flat();
            return () => file_store_emptyFileStore({ folder, made, owner }, ports);
        },
        write: () => {
            // Removes what killed jobs left: their folders go before the next job of their runner, at the latest.
            clearEntries(folder, (other) => !ports.userFiles.exists(other), ports);
            for (const { thumbprint, pfx } of wanted) {
                ports.userFiles.makeFolder(folder);
                if (!addEntry(folder, { thumbprint, pfx, owner }, ports))
                    throw noNameError(thumbprint);
            }
        },
    };
    return { state: Object.entries(state).map(([name, value]) => ({ name, value })), parts: [part] };
}
function isWanted(folder, thumbprint, ports) {
    const found = findOwnEntry(folder, thumbprint, ports);
    if (found === 'without key')
        throw withoutKeyError(thumbprint);
    if (found === 'whole')
        logKept(ports, thumbprint);
    return found === 'none';
}
/** Removes what the step has put there, and the folders that it has made, as far as they are empty. */
function file_store_emptyFileStore({ folder, made, owner }, files) {
    clearEntries(folder, (other) => other === owner, files);
    const folders = (0,store_site/* storeFolders */.RN)(folder);
    for (const one of folders.slice(0, made === undefined ? 0 : folders.indexOf(made) + 1)) {
        if (files.userFiles.list(one).length > 0)
            return;
        files.userFiles.removeFolder(one);
    }
}
function noNameError(thumbprint) {
    return storeError(thumbprint, {
        code: 'STORE_FULL',
        problem: "the user's certificate store has ten entries of this name, none of which holds the certificate.",
        hint: 'Remove those that nobody needs, or write | file.',
    });
}
/** .NET gives a certificate that finds its name taken one of these in its place. */
const SLOTS = ['', '.1', '.2', '.3', '.4', '.5', '.6', '.7', '.8', '.9'];
/** Stands beside an entry that this action has made, and says for whom. .NET reads `*.pfx` alone. */
const MARK = '.azure-key-vault-action';
const ENTRY_NAME = /^[0-9A-F]{40}(?:\.[1-9])?\.pfx$/;
const MAX_BYTES = 1024 * 1024;
/** Writes an entry under the first name of the certificate that is free. False if none is. */
function addEntry(folder, { thumbprint, pfx, owner }, { userFiles }) {
    const mark = new secret_text/* SecretBytes */.y(Buffer.from(`${owner}\n${digestOf(pfx.reveal())}\n`));
    return SLOTS.some((slot) => {
        const path = `${folder}/${thumbprint}${slot}.pfx`;
        // The mark goes first, so that a step that is killed leaves no entry without one.
        if (userFiles.exists(path) || !userFiles.create(`${path}${MARK}`, mark))
            return false;
        const isCreated = userFiles.create(path, pfx);
        // Another step may have taken the mark, of which it saw the beginning, for one that a killed step has left.
        if (isCreated && userFiles.exists(`${path}${MARK}`))
            return true;
        if (isCreated)
            userFiles.remove(path);
        userFiles.remove(`${path}${MARK}`);
        return false;
    });
}
/**
 * Removes the entries whose owners are gone, also those that a killed step has begun to write. An entry that was
 * replaced since it was marked is somebody's own, and stays.
 */
function clearEntries(folder, isGone, files) {
    const { userFiles, machine } = files;
    for (const name of userFiles.list(folder)) {
        const entry = name.slice(0, -MARK.length);
        if (!name.endsWith(MARK) || !ENTRY_NAME.test(entry))
            continue;
        const [owner = '', digest] = machine.readFile(`${folder}/${name}`, MAX_BYTES).toString().split('\n');
        // No entry is written before its mark has a digest: of one that has none there is nothing else to remove.
        if (digest !== undefined && !isGone(owner))
            continue;
        const path = `${folder}/${entry}`;
        if (digest !== undefined && userFiles.exists(path)) {
            const bytes = machine.readFile(path, MAX_BYTES);
            if (isCutOff(bytes) || digestOf(bytes) === digest)
                userFiles.remove(path);
        }
        userFiles.remove(`${folder}/${name}`);
    }
}
// Less than its own length says, as writeFile leaves it if the step is killed (DER, X.690 section 8.1.3).
function isCutOff(bytes) {
    const [tag = SEQUENCE, first = LONG_LENGTH + 1] = bytes;
    const count = first - LONG_LENGTH;
    if (tag !== SEQUENCE || count < 1 || count > 4)
        return false;
    return bytes.length < 2 + count || bytes.length < 2 + count + bytes.readUIntBE(2, count);
}
/** Beginning of a PFX: its tag, and what its second byte is, plus the number of bytes that hold its length. */
const SEQUENCE = 0x30;
const LONG_LENGTH = 0x80;
/** Says how somebody's own entry holds this certificate: with its private key, without it, or not at all. */
function findOwnEntry(folder, thumbprint, { userFiles, machine }) {
    const names = userFiles.list(folder);
    const own = names.filter((name) => name.startsWith(thumbprint) && name.endsWith('.pfx') && !names.includes(name + MARK));
    const found = own.map((name) => judgeEntry(() => machine.readFile(`${folder}/${name}`, MAX_BYTES), thumbprint));
    if (found.includes('whole'))
        return 'whole';
    return found.includes('without key') ? 'without key' : 'none';
}
// .NET skips an entry that it cannot open.
function judgeEntry(read, thumbprint) {
    try {
        const contents = (0,pfx_read/* readPfx */.z)(read());
        const certificate = contents.certificates.find(({ der }) => thumbprintOf(der) === thumbprint);
        if (certificate === undefined)
            return 'none';
        (0,pfx_read/* selectKeyWithChain */.h)(contents, certificate.der);
        return 'whole';
    }
    catch (error) {
        return (0,pfx_error/* isIncomplete */.Ne)(error) ? 'without key' : 'none';
    }
}
function thumbprintOf(der) {
    return (0,external_node_crypto_.createHash)('sha1').update(der).digest('hex').toUpperCase();
}
function digestOf(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
//# sourceMappingURL=file-store.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/windows-store-scripts.js
// Scripts for Windows PowerShell that change the user's store. The scripts are constants: values come by variables of the
// child, since every user of the machine can see a command line.
/*
 * A certificate that jobs share has one entry in the store, and one owner's mark for each of them: a value below
 * HKEY_CURRENT_USER, which is where the store itself is kept, called as the job's private folder. A mark whose folder is
 * gone is of a job that was killed. An entry counts as this action's only with a mark and with the name below: somebody's
 * own entry that took the place of one that was removed has another name.
 */
// One at a time for all jobs of this user, in whatever session they run. A holder that was killed leaves it free.
const ALONE = [
    '$user = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value;',
    "$mutex = New-Object System.Threading.Mutex($false, ('Global\\azure-key-vault-action-' + $user));",
    "try { if (-not $mutex.WaitOne(30000)) { throw 'busy' } } catch [System.Threading.AbandonedMutexException] { }",
    'try {',
];
const END_ALONE = ['} finally { $mutex.ReleaseMutex() }'];
// Gives $path, $key with the marks, $entry, and whether the entry is this action's.
const OPEN = [
    "$path = 'Cert:\\CurrentUser\\My\\' + $thumbprint;",
    "$name = 'Software\\azure-key-vault-action\\' + $thumbprint;",
    '$key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey($name);',
    '$entry = $null; if (Test-Path -LiteralPath $path) { $entry = Get-Item -LiteralPath $path }',
    "$ours = $entry -and ($key.ValueCount -gt 0) -and $entry.HasPrivateKey -and ($entry.FriendlyName -eq 'azure-key-vault-action');",
];
// Marks of killed jobs go, and with the last mark the entry goes.
const RELEASE = [
    'foreach ($owner in $key.GetValueNames()) { if (-not (Test-Path -LiteralPath $owner)) { $key.DeleteValue($owner) } }',
    'if ($ours -and ($key.ValueCount -eq 0)) { Remove-Item -Path $path -DeleteKey }',
];
// A key without a mark is of no use.
const CLOSE = [
    '$left = $key.ValueCount; $key.Close();',
    'if ($left -eq 0) { [Microsoft.Win32.Registry]::CurrentUser.DeleteSubKey($name, $false) }',
];
const SAY_OWN = "if ($entry.HasPrivateKey) { $thumbprint + ' whole' } else { $thumbprint + ' without key' }";
/** Says of each of `STORE_THUMBPRINTS`: `none`, `shared`, or, of somebody's own, `whole` or `without key`. */
const LOOK = [
    ...ALONE,
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    ...OPEN,
    "if (-not $entry) { $thumbprint + ' none' }",
    `elseif ($ours) { $thumbprint + ' shared' } else { ${SAY_OWN} }`,
    ...CLOSE,
    '}',
    ...END_ALONE,
].join(' ');
/** Marks the entry of `STORE_THUMBPRINT` for `STORE_OWNER`, after an import if there is none; says what it was. */
const ADD = [
    ...ALONE,
    // Removes what killed jobs left, for every certificate.
    "$all = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Software\\azure-key-vault-action');",
    "foreach ($thumbprint in $all.GetSubKeyNames()) { if ($thumbprint -match '^[0-9A-F]{40}$') {",
    ...OPEN,
    ...RELEASE,
    ...CLOSE,
    '} }',
    '$thumbprint = $env:STORE_THUMBPRINT;',
    ...OPEN,
    `if ($entry -and -not $ours) { ${SAY_OWN} } else {`,
    // The mark goes first: an import that is killed leaves no entry without one.
    "$key.SetValue($env:STORE_OWNER, '');",
    "if ($ours) { $thumbprint + ' shared' } else {",
    '$password = ConvertTo-SecureString -String $env:STORE_PFX_PASSWORD -AsPlainText -Force;',
    "$null = Import-PfxCertificate -FilePath $env:STORE_PFX_PATH -Password $password -CertStoreLocation 'Cert:\\CurrentUser\\My';",
    "(Get-Item -LiteralPath $path).FriendlyName = 'azure-key-vault-action';",
    "$thumbprint + ' none' } }",
    ...CLOSE,
    ...END_ALONE,
].join(' ');
/** Takes the marks of `STORE_OWNER` from `STORE_THUMBPRINTS`, and removes each entry that has lost its last one. */
const REMOVE = [
    ...ALONE,
    "foreach ($thumbprint in $env:STORE_THUMBPRINTS.Split(' ')) {",
    ...OPEN,
    // Without its own mark, this step has put nothing there.
    'if ($key.GetValueNames() -contains $env:STORE_OWNER) { $key.DeleteValue($env:STORE_OWNER);',
    ...RELEASE,
    '}',
    ...CLOSE,
    '}',
    ...END_ALONE,
].join(' ');
//# sourceMappingURL=windows-store-scripts.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/windows-store.js
// The certificate store of Windows: entries imported by Windows PowerShell for the rest of the job.



/** State for the post step: the thumbprints, with a space between two. */
const windows_store_WINDOWS_STORE_STATE = 'store-thumbprints';
/** Windows PowerShell needs seconds to start where many programs start at once. */
const TIMEOUT_MS = 60_000;
/**
 * Looks what the store has, and says what will be imported and what the post step has to know of it.
 * @throws ActionErrors if that cannot be seen, and if the store has a certificate without its private key
 */
async function prepareWindowsStore(site, { entries, folder }, ports) {
    const found = await lookForEntries(site, entries, ports.machine);
    const wanted = (0,errors/* checkEach */.Qi)(entries, (entry) => (windows_store_isWanted(found, entry.thumbprint, ports) ? [entry] : [])).flat();
    if (wanted.length === 0)
        return { state: [], parts: [] };
    const thumbprints = wanted.map(({ thumbprint }) => thumbprint);
    const filled = { thumbprints, owner: ports.privateFolders.pathOf(folder, '') };
    const write = async () => {
        for (const entry of wanted)
            await windows_store_addEntry(site, { entry, folder, owner: filled.owner }, ports);
    };
    return {
        state: [{ name: windows_store_WINDOWS_STORE_STATE, value: thumbprints.join(' ') }],
        parts: [{ target: 'CurrentUser\\My', begin: () => () => windows_store_emptyWindowsStore(site, filled, ports), write }],
    };
}
/**
 * Takes the owner's marks from these certificates. Those that have lost their last mark are removed with their private
 * keys; those that never had this owner's stay.
 * @throws if that could not be done
 */
async function windows_store_emptyWindowsStore(site, { thumbprints, owner }, { machine }) {
    const variables = { STORE_THUMBPRINTS: thumbprints.join(' '), STORE_OWNER: owner };
    const result = await run(site, REMOVE, variables, machine);
    if (result?.exitCode !== 0)
        throw new Error('not removed');
}
async function lookForEntries(site, entries, machine) {
    const thumbprints = entries.map(({ thumbprint }) => thumbprint);
    const result = await run(site, LOOK, { STORE_THUMBPRINTS: thumbprints.join(' ') }, machine);
    const found = readFound(result);
    (0,errors/* checkEach */.Qi)(thumbprints, (thumbprint) => {
        if (result?.exitCode !== 0 || !found.has(thumbprint))
            throw programError(thumbprint, 'look into', result);
    });
    return found;
}
function readFound(result) {
    const lines = (result?.stdout ?? '').matchAll(/^([0-9A-F]{40}) (none|shared|whole|without key)\r?$/gm);
    return new Map(Array.from(lines, ([, thumbprint = '', what = '']) => [thumbprint, what]));
}
function windows_store_isWanted(found, thumbprint, ports) {
    const what = found.get(thumbprint);
    if (what === 'without key')
        throw withoutKeyError(thumbprint);
    if (what === 'whole')
        logKept(ports, thumbprint);
    return what !== 'whole';
}
// The file goes with the folder: nobody else may read it there, and nobody is told its password.
async function windows_store_addEntry(site, { entry, folder, owner }, ports) {
    const { machine, privateFolders } = ports;
    const { thumbprint, pfx, password } = entry;
    const file = `store.${thumbprint}.pfx`;
    privateFolders.write(folder, file, pfx);
    const variables = {
        STORE_THUMBPRINT: thumbprint,
        STORE_OWNER: owner,
        STORE_PFX_PATH: privateFolders.pathOf(folder, file),
        STORE_PFX_PASSWORD: password.reveal(),
    };
    const result = await run(site, ADD, variables, machine);
    const found = readFound(result);
    if (result?.exitCode !== 0 || !found.has(thumbprint))
        throw programError(thumbprint, 'import it into', result);
    // Somebody may have put it there since it was looked for.
    windows_store_isWanted(found, thumbprint, ports);
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
function programError(thumbprint, what, result) {
    // The program's text may be in any language, and may quote anything: only Windows' own code is shown.
    const [code] = /\b0x[0-9a-f]{8}\b/i.exec(result?.stderr ?? '') ?? [];
    const details = [`exit code ${result?.exitCode ?? 'none'}`, ...(code === undefined ? [] : [code])].join(', ');
    return storeError(thumbprint, {
        code: 'STORE_PROGRAM_FAILED',
        problem: `Windows PowerShell could not ${what} CurrentUser\\My (${details}).`,
        hint: 'Run the runner as a user with a profile and allow Windows PowerShell, or write | file.',
    });
}
//# sourceMappingURL=windows-store.js.map
;// CONCATENATED MODULE: ./build/programs/src/store/user-store.js




/**
 * Looks at the store. Nothing is written yet.
 * @throws ActionErrors if it cannot be filled
 */
async function prepareStore(options, ports) {
    const { site } = options;
    switch (site.kind) {
        case 'files':
            return prepareFileStore(site.folder, options, ports);
        case 'windows':
            return prepareWindowsStore(site, options, ports);
        default:
            throw site;
    }
}
/**
 * Removes what the step has put there, as its state tells. False if that was nothing.
 * @throws if it could not be removed, or the state is not this action's
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
    if (!isStoreFolder(folder))
        throw notOurs();
    emptyFileStore({ folder, made: ports.savedState(FILE_STORE_STATE.made), owner: ownerOf(ports) }, ports);
}
// The state may be forged: only what bears the mark of the step's own folder is removed.
function ownerOf({ savedState, privateFolders }) {
    const folder = savedState(FOLDER_STATE) ?? '';
    if (!isFolderName(folder))
        throw notOurs();
    return privateFolders.pathOf(folder, '');
}
async function emptyWindows(thumbprints, ports) {
    const site = findStoreSite(ports.machine.platform, ports.variable);
    if (site.kind !== 'windows' || !/^[0-9A-F]{40}(?: [0-9A-F]{40})*$/.test(thumbprints))
        throw notOurs();
    await emptyWindowsStore(site, { thumbprints: thumbprints.split(' '), owner: ownerOf(ports) }, ports);
}
function notOurs() {
    return new Error('not the state of this action');
}
//# sourceMappingURL=user-store.js.map

/***/ })

};
;
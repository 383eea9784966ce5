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
export const LOOK = [
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
export const ADD = [
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
export const REMOVE = [
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

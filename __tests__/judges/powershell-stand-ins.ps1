# Stands in for the modules of the pages' examples: each Connect command checks the certificate or token that it is given, and
# writes what it saw to the file SEEN. Expected are the thumbprint EXPECTED_THUMBPRINT and the token EXPECTED_TOKEN.

function ConvertTo-Named($list) {
  $named = @{}
  for ($i = 0; $i -lt $list.Count; $i++) {
    $item = $list[$i]
    if ($item -isnot [string] -or $item -notmatch '^-([A-Za-z]+):?$') { continue }
    $name = $Matches[1]
    $next = if ($i + 1 -lt $list.Count) { $list[$i + 1] } else { $null }
    $isFlag = $null -eq $next -or ($next -is [string] -and $next -match '^-[A-Za-z]+:?$')
    $named[$name] = if ($isFlag) { $true } else { $next }
  }
  return $named
}

function Open-Certificate($named) {
  $type = [Security.Cryptography.X509Certificates.X509Certificate2]
  if ($named.ContainsKey('Certificate')) { return $named['Certificate'] }
  if ($named.ContainsKey('CertificateBase64Encoded')) {
    return $type::new([Convert]::FromBase64String($named['CertificateBase64Encoded']))
  }
  foreach ($name in 'CertificateFilePath', 'CertificatePath') {
    if (-not $named.ContainsKey($name)) { continue }
    $path = (Resolve-Path -LiteralPath $named[$name]).ProviderPath
    if (-not $named.ContainsKey('CertificatePassword')) { return $type::new($path) }
    if ($named['CertificatePassword'] -isnot [securestring]) { throw 'The password is no SecureString.' }
    return $type::new($path, $named['CertificatePassword'])
  }
  if ($named.ContainsKey('CertificateThumbprint')) {
    $store = [Security.Cryptography.X509Certificates.X509Store]::new('My', 'CurrentUser')
    $store.Open('ReadOnly')
    $found = $store.Certificates.Find('FindByThumbprint', $named['CertificateThumbprint'], $false)
    if ($found.Count -ne 1) { throw "The store has $($found.Count) certificates of this thumbprint." }
    return $found[0]
  }
  return $null
}

function Test-Certificate($certificate) {
  if ($certificate.Thumbprint -ne $env:EXPECTED_THUMBPRINT) { throw "Another certificate: $($certificate.Thumbprint)." }
  if (-not $certificate.HasPrivateKey) { throw 'The certificate has no private key.' }
  $hash = [Security.Cryptography.HashAlgorithmName]::SHA256
  $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey($certificate)
  $signature = $key.SignData([byte[]](1, 2, 3), $hash, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
  $public = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPublicKey($certificate)
  if (-not $public.VerifyData([byte[]](1, 2, 3), $signature, $hash, [Security.Cryptography.RSASignaturePadding]::Pkcs1)) {
    throw 'The key is not that of the certificate.'
  }
}

function Test-Token($token) {
  $text = if ($token -is [securestring]) { [Net.NetworkCredential]::new('', $token).Password } else { $token }
  if ($text -cne $env:EXPECTED_TOKEN) { throw 'Another token.' }
}

function Test-Arguments($command, $list) {
  $named = ConvertTo-Named $list
  $certificate = Open-Certificate $named
  if ($null -ne $certificate) {
    Test-Certificate $certificate
    Add-Content -LiteralPath $env:SEEN -Value "$command certificate"
  }
  foreach ($name in 'AccessToken', 'AccessTokens') {
    if (-not $named.ContainsKey($name)) { continue }
    foreach ($token in $named[$name]) { Test-Token $token }
    Add-Content -LiteralPath $env:SEEN -Value "$command token"
  }
}

# Without parameters of their own these take any, and keep what each of them is.
function Connect-ExchangeOnline { Test-Arguments 'Connect-ExchangeOnline' $args }
function Connect-IPPSSession { Test-Arguments 'Connect-IPPSSession' $args }
function Connect-MgGraph { Test-Arguments 'Connect-MgGraph' $args }
function Connect-PnPOnline { Test-Arguments 'Connect-PnPOnline' $args }
function Connect-AzAccount { Test-Arguments 'Connect-AzAccount' $args }
function Connect-MicrosoftTeams { Test-Arguments 'Connect-MicrosoftTeams' $args }

function Install-Module { }
function Get-EXOMailbox { }
function Get-DlpCompliancePolicy { }
function Get-PnPWeb { }
function Get-Team { }
function Get-AzSubscription { }
function Get-AzContext { [pscustomobject]@{ Account = [pscustomobject]@{ Id = 'application' } } }
function Invoke-MgGraphRequest { @{ value = @{ displayName = 'Contoso' } } }
function Disconnect-ExchangeOnline { }
function Disconnect-MgGraph { }
function Disconnect-PnPOnline { }
function Disconnect-AzAccount { }
function Disconnect-MicrosoftTeams { }

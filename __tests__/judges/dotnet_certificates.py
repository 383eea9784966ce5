"""What .NET does with certificates: opens them, signs with their keys, and keeps them in the user's store. Needs .NET to run."""

import base64
import tempfile

from System import Array, Byte, Convert
from System.Security.Cryptography import DSASignatureFormat, HashAlgorithmName, RSASignaturePadding
from System.Security.Cryptography.X509Certificates import (
    ECDsaCertificateExtensions,
    OpenFlags,
    RSACertificateExtensions,
    StoreLocation,
    StoreName,
    X509Certificate2,
    X509Certificate2Collection,
    X509FindType,
    X509KeyStorageFlags,
    X509Store,
)


def from_base64(text):
    return Convert.FromBase64String(text)


def open_pem(pem):
    """A certificate with its private key, from PEM."""
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(pem)
        file.flush()
        return X509Certificate2.CreateFromPemFile(file.name)


def sign(certificate):
    """A signature of the text `signed by .NET`: PKCS #1 with SHA-256, or the DER form of ECDSA. In base64."""
    data = Array[Byte](b"signed by .NET")
    rsa = RSACertificateExtensions.GetRSAPrivateKey(certificate)
    if rsa is not None:
        return Convert.ToBase64String(rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
    key = ECDsaCertificateExtensions.GetECDsaPrivateKey(certificate)
    return Convert.ToBase64String(key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))


def use(item):
    """Opens a PFX, or PEM, and signs: the thumbprints in it, the one with a key first; or what .NET throws."""
    found = X509Certificate2Collection()
    try:
        if "pem" in item:
            found.Add(open_pem(item["pem"]))
        else:
            flags = X509KeyStorageFlags.Exportable | X509KeyStorageFlags.EphemeralKeySet
            found.Import(from_base64(item["pfx"]), item["password"], flags)
        own = [one for one in found if one.HasPrivateKey]
        if not own:
            return {"error": "no private key"}
        others = [one.Thumbprint for one in found if not one.HasPrivateKey]
        return {"thumbprints": [own[0].Thumbprint, *others], "signature": sign(own[0])}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def with_store(act):
    """Does so with CurrentUser\\My, opened as PowerShell's `Cert:` drive opens it."""

    def verb(item):
        store = X509Store(StoreName.My, StoreLocation.CurrentUser)
        store.Open(OpenFlags.ReadWrite)
        try:
            return act(store, item)
        finally:
            store.Close()

    return verb


def find(store, thumbprint):
    """What is there under a thumbprint; the signature is there if the entry has its key."""
    found = store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, False)
    return [{"signature": sign(one) if one.HasPrivateKey else None} for one in found]


def add(store, item):
    store.Add(X509Certificate2(from_base64(item["pfx"]), item["password"], X509KeyStorageFlags.PersistKeySet))


def remove(store, thumbprint):
    for one in store.Certificates.Find(X509FindType.FindByThumbprint, thumbprint, False):
        store.Remove(one)


VERBS = {
    "use": use,
    "find": with_store(find),
    "add": with_store(add),
    "remove": with_store(remove),
}

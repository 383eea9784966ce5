"""Microsoft's client of Entra ID for Python at work: `python entra.py CONFIGURATION`. Prints what it found, as JSON."""

import json
import sys

import msal

config = json.loads(sys.argv[1])
SCOPES = ["https://vault.azure.net/.default"]


def ask(credential):
    """The life of the token that a credential gives, or the number of the refusal."""
    app = msal.ConfidentialClientApplication(
        config["clientId"],
        authority=f"{config['authorityHost']}/{config['tenantId']}",
        client_credential=credential,
        instance_discovery=False,
        verify=config["caFile"],
    )
    found = app.acquire_token_for_client(scopes=SCOPES)
    if "access_token" not in found:
        return f"AADSTS{found['error_codes'][0]}"
    again = app.acquire_token_for_client(scopes=SCOPES)
    return [found["token_type"], found["expires_in"], again["access_token"] == found["access_token"]]


def certificate(pem):
    """A private key with its certificate, as MSAL takes them."""
    start = pem.index("-----BEGIN CERTIFICATE")
    return {"private_key": pem[:start], "public_certificate": pem[start:]}


print(
    json.dumps(
        {
            "secret": ask(config["clientSecret"]),
            "wrongSecret": ask("wrong"),
            "certificate": ask(certificate(config["certificatePem"])),
            "otherCertificate": ask(certificate(config["otherPem"])),
            "idToken": ask({"client_assertion": config["idToken"]}),
        }
    )
)

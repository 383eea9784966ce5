// Self-signed certificates whose keys were thrown away, with what OpenSSL says of them.

/** A certificate of version 3 and what must come out of it. */
export interface ThrowAwayCertificate {
	/** The DER in base64, as a vault's `cer` holds it. */
	readonly cer: string;
	readonly thumbprint: string;
	readonly subject: string;
}

/** Subject C=DE, O=Contoso, CN=exo in the order of the DER. */
export const EXO: ThrowAwayCertificate = {
	cer: 'MIIBsDCCAVegAwIBAgIUfOke6M8qj9bvrd3Iy261qrxqzDEwCgYIKoZIzj0EAwIwLTELMAkGA1UEBhMCREUxEDAOBgNVBAoMB0NvbnRvc28xDDAKBgNVBAMMA2V4bzAgFw0yNjExMjQwMDAyMzJaGA8yMTI2MTAzMTAwMDIzMlowLTELMAkGA1UEBhMCREUxEDAOBgNVBAoMB0NvbnRvc28xDDAKBgNVBAMMA2V4bzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP2P03QbHTbcyvmNyh9KuSBDfjZijOfTZcP3ttrQedNCRI+XQZfvLQivfbwuzc7UEOT8BJvKXvCUM+CCwgvPf/yjUzBRMB0GA1UdDgQWBBS15a78hwNk4X6dwoQL27wSYdM0bDAfBgNVHSMEGDAWgBS15a78hwNk4X6dwoQL27wSYdM0bDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIH6ThVoQe+NJdpm8/eniiP5TLGRiIOhLBgSfL3eUYakjAiBn6D6JFUBa+z7n1T1eT3kNviIgL5LjppMBOa/XksHwHg==',
	thumbprint: 'CDDB30FE1D3C2A1724B80DCE93724D155C65DD5C',
	subject: 'CN=exo, O=Contoso, C=DE',
};

/** Domain components, a part of two attributes one of which has no short name, and values that need quotes. */
export const INTRICATE: ThrowAwayCertificate = {
	cer: 'MIICjTCCAjOgAwIBAgIUG4EMbv+dyzBRM4McrM+QTitnNZkwCgYIKoZIzj0EAwIwgZoxEzARBgoJkiaJk/IsZAEZFgNjb20xFzAVBgoJkiaJk/IsZAEZFgdjb250b3NvMR0wCQYDVQQLDAJJVDAQBgoJkiaJk/IsZAEBDAI0MjEWMBQGA1UECgwNQ29udG9zbywgTHRkLjETMBEGA1UEAwwKZXhvICJwcm9kIjEeMBwGCSqGSIb3DQEJARYPZXhvQGNvbnRvc28uY29tMCAXDTI2MTEyNDAwMDIzMloYDzIxMjYxMDMxMDAwMjMyWjCBmjETMBEGCgmSJomT8ixkARkWA2NvbTEXMBUGCgmSJomT8ixkARkWB2NvbnRvc28xHTAJBgNVBAsMAklUMBAGCgmSJomT8ixkAQEMAjQyMRYwFAYDVQQKDA1Db250b3NvLCBMdGQuMRMwEQYDVQQDDApleG8gInByb2QiMR4wHAYJKoZIhvcNAQkBFg9leG9AY29udG9zby5jb20wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT9j9N0Gx023Mr5jcofSrkgQ342Yozn02XD97ba0HnTQkSPl0GX7y0Ir328Ls3O1BDk/ASbyl7wlDPggsILz3/8o1MwUTAdBgNVHQ4EFgQUteWu/IcDZOF+ncKEC9u8EmHTNGwwHwYDVR0jBBgwFoAUteWu/IcDZOF+ncKEC9u8EmHTNGwwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAnHrJ0ML4WYpr2kJtDTZ/xJUAKQu6RA6InzFGXe0gc00CIHuxY5uXayY3cnngHHglyH+QtTTLTn5dTA7b+LZMILFp',
	thumbprint: 'C65722C70BE0D33131BC8120CC798ED4B4BCF157',
	subject:
		'E=exo@contoso.com, CN="exo ""prod""", O="Contoso, Ltd.", OU=IT + OID.0.9.2342.19200300.100.1.1=42, DC=contoso, DC=com',
};

// The services with what the steps of the battery ask for.
import { PASSWORD, PEM, pfx } from '../unit/entra/given-certificate.js';
import { Services } from './services.js';

/** Services whose secrets are all canaries, texts that occur nowhere by chance; tags and subjects mean harm. */
export function makeServices(): Services {
	const services = new Services();
	const tags = { '::error::<b>': '##[error]**tag**\u001b[31m' };
	services.addSecret('db', 'Canary~of%the+secret "db" & <its> ümläuts', { tags, contentType: 'text/<b>plain' });
	const subject = [{ shortName: 'CN', value: '##[error]exo ::error::| <b>' }];
	const { certificate } = services.vault.setCertificate('exo', { subject, tags });
	Object.assign(services.directory.app(), {
		certificates: [...services.directory.app().certificates, certificate.der],
	});
	Object.assign(services.canaries, {
		'PFX of exo': certificate.pfxBase64,
		'private key of exo': certificate.privateKeyPem,
		'client certificate in PEM': PEM.slice(0, PEM.indexOf('-----END PRIVATE KEY')),
		'client certificate in a PFX': pfx(PASSWORD).toString('base64'),
		'password of the client certificate': PASSWORD,
	});
	return services;
}

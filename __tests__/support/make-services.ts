// The services with what the steps of the battery ask for.
import { PASSWORD, PEM, pfx } from './given-certificate.js';
import { Services } from './services.js';

const CONFIG = { inner: { password: 'canary-of-a-leaf-3f7a' }, pin: 918273645, list: ['canary-of-an-item-c4d1'] };

/** Services whose secrets are all canaries, texts that occur nowhere by chance; tags and subjects mean harm. */
export function makeServices(): Services {
	const services = new Services();
	const tags = { '::error::<b>': '##[error]**tag**\u001b[31m' };
	services.addSecret('db', 'Canary~of%the+secret "db" & <its> ümläuts', { tags, contentType: 'text/<b>plain' });
	services.addSecret('config', JSON.stringify(CONFIG));
	services.addSecret('decoded', Buffer.from('canary-behind-base64-9b2e').toString('base64'));
	services.addSecret('cluster-access', 'apiVersion: v1\ntoken: canary-of-a-kubeconfig-77aa\n');
	services.addSecret('bytes', Buffer.from([0xff, 0xfe, ...Buffer.from('canary-of-bytes-51c0')]).toString('base64'));
	services.addSecret('team-a', 'canary-of-team-a-0d4f');
	services.addSecret('team-b', 'canary-of-team-b-8e13');
	services.vault.setSecret('user-name', 'no-secret-at-all');
	services.vault.setKey('signing');
	// Every list has an empty page before its first object.
	services.vault.emptyPage = 0;
	const subject = [{ shortName: 'CN', value: '##[error]exo ::error::| <b>' }];
	const { certificate } = services.vault.setCertificate('exo', { subject, tags });
	const { certificate: before } = services.vault.setCertificate('renewed', {});
	services.vault.setCertificate('renewed', {});
	Object.assign(services.directory.app(), {
		certificates: [...services.directory.app().certificates, certificate.der, before.der],
	});
	Object.assign(services.canaries, {
		'leaf of config': CONFIG.inner.password,
		'number of config': `${CONFIG.pin}`,
		'item of config': CONFIG.list[0],
		'decoded value': 'canary-behind-base64-9b2e',
		'token of kubeconfig': 'canary-of-a-kubeconfig-77aa',
		'decoded bytes': 'canary-of-bytes-51c0',
		'PFX of exo': certificate.pfxBase64,
		'private key of exo': certificate.privateKeyPem,
		'client certificate in PEM': PEM.slice(0, PEM.indexOf('-----END PRIVATE KEY')),
		'client certificate in a PFX': pfx(PASSWORD).toString('base64'),
		'password of the client certificate': PASSWORD,
	});
	return services;
}

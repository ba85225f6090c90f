/** Addresses that do not leave a home network, by their look alone: the page asks no network. */
const PRIVATE_HOST =
	/^(?:localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|\[(?:::1|f[cde])|[\w-]+\.(?:local|lan|home)(?![\w.-])|[\w-]+(?:[:/]|$))/i;

/** True if what is sent to `baseUrl` crosses the open internet unencrypted. */
export function isExposed(baseUrl: string): boolean {
	const plain = /^http:\/\/(.*)$/i.exec(baseUrl);
	return plain !== null && !PRIVATE_HOST.test(plain[1] ?? "");
}

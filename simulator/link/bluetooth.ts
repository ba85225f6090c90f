/** The watch's end of the link, as its `@zos/ble` module uses it. Owns the port; never what the bytes mean. */
export interface Bluetooth {
	connected(): boolean;
	/** An app begins to listen. One listener an app; a second `open` replaces it. */
	open(appId: number, onData: (bytes: Uint8Array) => void): void;
	close(appId: number): void;
	/** False only when there is no connection; true says nothing about arrival. */
	send(appId: number, bytes: Uint8Array): boolean;
	/** Tells of each change of `connected`; the returned function stops it. */
	onStatus(listener: (connected: boolean) => void): () => void;
}

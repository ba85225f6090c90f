/** What went wrong while bundling or packaging, in words for whoever ran the command. */
export class PackagingFault extends Error {
	readonly kind = "packaging";

	constructor(message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "PackagingFault";
	}
}

/** Which package this code runs in. */
import { getPackageInfo } from "@zos/app";

/** The appId of the manifest, which every frame to the phone carries (DOC app/getPackageInfo.mdx). */
export function ownAppId(): number {
	const info: { appId?: number } = getPackageInfo();
	return info.appId ?? 0;
}

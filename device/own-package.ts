/** Which package this code runs in. */
import { getPackageInfo } from "@zos/app";
import { attempt } from "./guard.ts";

/** The appId of the manifest, which every frame to the phone carries (DOC app/getPackageInfo.mdx). */
export function ownAppId(): number {
	const info: { appId?: number } | null = attempt(getPackageInfo);
	return info?.appId ?? COMPANION_APP_ID;
}

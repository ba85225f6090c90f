/** Which code of the manifest's `permissions` an operation needs. DOC guides/framework/device/permission. */
import { declaredNames } from "../api/declared.ts";

let codes: ReadonlyMap<string, string> | undefined;

/** `operation` is `module.name`, or `module.name.method` of a class or object; undefined where it needs none. */
export function permissionFor(operation: string): string | undefined {
	codes ??= new Map(declaredNames().flatMap(codeOf));
	return codes.get(operation) ?? codes.get(operation.slice(0, operation.lastIndexOf(".")));
}

function codeOf({ module, name, permission }: ReturnType<typeof declaredNames>[number]): [string, string][] {
	return permission === undefined ? [] : [[`${module}.${name}`, permission]];
}

import { describe, expect, test } from "vitest";
import { hostName, isExposed, originOf, readPastedAddress, tidyBaseUrl } from "./address.ts";
import { ADDRESS_CASES } from "./pasted.cases.ts";
import { PROVIDERS } from "./settings.ts";

describe("a pasted address", () => {
	test.each(ADDRESS_CASES)("$pasted becomes $want ($source)", ({ pasted, want }) => {
		const read = readPastedAddress(pasted);
		expect(read.kind === "address" ? read.url : read.kind).toBe(want);
	});

	test.each([
		["https://api.openai.com/v1/", "https://api.openai.com/v1"],
		[" https://api.openai.com/v1/chat/completions ", "https://api.openai.com/v1"],
		["api.example.com/v1", "https://api.example.com/v1"],
		["192.168.1.7:11434/v1", "http://192.168.1.7:11434/v1"],
		["nas.local:8080", "http://nas.local:8080"],
		["localhost:1234/v1?x=1", "http://localhost:1234/v1"],
		["https://", ""],
		["", ""],
		[`https://${"a".repeat(3000)}.example`, ""],
	])("%j is %j", (pasted, url) => {
		expect(tidyBaseUrl(pasted)).toBe(url);
	});

	test("is the same once it is clean, those of the presets too", () => {
		const urls = [
			...ADDRESS_CASES.map(({ pasted }) => tidyBaseUrl(pasted)),
			...PROVIDERS.map(({ baseUrl }) => baseUrl),
		];
		for (const url of urls) expect(tidyBaseUrl(url)).toBe(url);
	});
});

describe("what goes in the clear is warned of", () => {
	test.each([
		["10.evil.com", true],
		["127.0.0.1.evil.com", true],
		["localhost.evil.com", true],
		["evil.lan.com", true],
		["192.168.1.evil.com", true],
		["1.2.3.4", true],
		["172.32.0.1", true],
		["100.64.0.1", true],
		["134744072", true],
		["0x08.8.8.8", true],
		["010.0.0.1", true],
		["[2001:db8::1]", true],
		["[::ffff:8.8.8.8]", true],
		["home.arpa.example", true],
		["localhost", false],
		["app.localhost", false],
		["127.1", false],
		["2130706433", false],
		["0x7f000001", false],
		["0177.0.0.1", false],
		["10.0.0.4", false],
		["172.16.0.1", false],
		["172.31.255.255", false],
		["192.168.1.5", false],
		["169.254.1.1", false],
		["[::1]", false],
		["[fd00::5]", false],
		["[fe80::1]", false],
		["[::ffff:192.168.1.5]", false],
		["nas", false],
		["nas.local", false],
		["nas.home.arpa", false],
		["ollama.internal.", false],
	])("http://%s: %s", (host, exposed) => {
		expect(isExposed(`http://${host}:8080/v1`)).toBe(exposed);
		expect(isExposed(`https://${host}/v1`)).toBe(false);
	});
});

describe("an address has", () => {
	test.each([
		["https://API.OpenAI.com:443/v1", "https://api.openai.com", "api.openai.com"],
		["http://192.168.1.5:11434/v1", "http://192.168.1.5:11434", "http://192.168.1.5:11434"],
		["https://[fd00::5]:8443/v1?api-version=1", "https://[fd00::5]:8443", "[fd00::5]:8443"],
		["", "", ""],
		["https://user@host/v1", "", ""],
	])("%s the origin %s and the name %s", (url, origin, name) => {
		expect(originOf(url)).toBe(origin);
		expect(hostName(url)).toBe(name);
	});
});

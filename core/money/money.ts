/**
 * An amount of money as the watch and the settings show it; apart from the sums, which only the phone does.
 */

export const MICROS = 1_000_000;

export const DEFAULT_CURRENCY = "USD";

/** `0.12 USD`, in one piece. Cents if they say it, up to millionths if the amount is less; never rounded up. */
export function showMoney(micros: number, currency: string): string {
	const digits = micros >= MICROS / 100 || micros === 0 ? 2 : micros >= 100 ? 4 : 6;
	const step = MICROS / 10 ** digits;
	return `${((Math.floor(micros / step) * step) / MICROS).toFixed(digits)}\u00a0${currency}`;
}

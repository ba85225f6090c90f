/** Conversions between everyday units: `5 miles in km`. Owns the table of units and their names; exact factors by definition. */
import { readNumber, writeNumber } from "./numbers.ts";

/** `value * factor + offset` is the value in the base unit of its kind. `names` are lower case. */
type Unit = { kind: string; sign: string; factor: number; offset?: number; names: string };

const UNITS: readonly Unit[] = [
	{ kind: "length", sign: "mm", factor: 0.001, names: "mm millimeter millimeters millimetre millimetres 毫米" },
	{
		kind: "length",
		sign: "cm",
		factor: 0.01,
		names: "cm centimeter centimeters centimetre centimetres zentimeter 厘米 公分",
	},
	{ kind: "length", sign: "m", factor: 1, names: "m meter meters metre metres 米 公尺" },
	{ kind: "length", sign: "km", factor: 1000, names: "km kms kilometer kilometers kilometre kilometres 公里 千米" },
	{ kind: "length", sign: "in", factor: 0.0254, names: 'in inch inches zoll " 英寸' },
	{ kind: "length", sign: "ft", factor: 0.3048, names: "ft foot feet fuß fuss 英尺" },
	{ kind: "length", sign: "yd", factor: 0.9144, names: "yd yard yards 码 碼" },
	{ kind: "length", sign: "mi", factor: 1609.344, names: "mi mile miles meile meilen 英里" },
	{ kind: "length", sign: "nmi", factor: 1852, names: "nmi seemeile seemeilen 海里" },
	{ kind: "mass", sign: "g", factor: 0.001, names: "g gram grams gramme grammes gramm 克" },
	{ kind: "mass", sign: "kg", factor: 1, names: "kg kgs kilo kilos kilogram kilograms kilogramm 公斤 千克" },
	{ kind: "mass", sign: "t", factor: 1000, names: "t ton tons tonne tonnes tonnen 吨 噸" },
	{ kind: "mass", sign: "oz", factor: 0.028349523125, names: "oz ounce ounces unze unzen 盎司" },
	{ kind: "mass", sign: "lb", factor: 0.45359237, names: "lb lbs pound pounds 磅" },
	{ kind: "mass", sign: "st", factor: 6.35029318, names: "st stone stones" },
	{ kind: "volume", sign: "ml", factor: 0.001, names: "ml milliliter milliliters millilitre millilitres 毫升" },
	{ kind: "volume", sign: "l", factor: 1, names: "l liter liters litre litres 升 公升" },
	{ kind: "volume", sign: "cup", factor: 0.2365882365, names: "cup cups tasse tassen 杯" },
	{ kind: "volume", sign: "fl oz", factor: 0.0295735295625, names: "floz" },
	{ kind: "volume", sign: "pt", factor: 0.473176473, names: "pt pint pints 品脱" },
	{ kind: "volume", sign: "gal", factor: 3.785411784, names: "gal gallon gallons gallone gallonen 加仑 加侖" },
	{ kind: "speed", sign: "m/s", factor: 1, names: "m/s mps" },
	{ kind: "speed", sign: "km/h", factor: 1 / 3.6, names: "km/h kmh kph" },
	{ kind: "speed", sign: "mph", factor: 0.44704, names: "mph mi/h" },
	{ kind: "speed", sign: "kn", factor: 1852 / 3600, names: "kn knot knots knoten" },
	{ kind: "time", sign: "s", factor: 1, names: "s sec secs second seconds sekunde sekunden 秒" },
	{ kind: "time", sign: "min", factor: 60, names: "min mins minute minutes minuten 分钟 分鐘" },
	{ kind: "time", sign: "h", factor: 3600, names: "h hr hrs hour hours stunde stunden 小时 小時" },
	{ kind: "time", sign: "d", factor: 86_400, names: "d day days tag tage tagen 天" },
	{ kind: "energy", sign: "kcal", factor: 4184, names: "kcal calorie calories kalorien 大卡 千卡" },
	{ kind: "energy", sign: "kJ", factor: 1000, names: "kj kilojoule kilojoules 千焦" },
	{ kind: "temperature", sign: "°C", factor: 1, names: "c °c celsius centigrade 摄氏度 攝氏度 摄氏" },
	{ kind: "temperature", sign: "°F", factor: 5 / 9, offset: -160 / 9, names: "f °f fahrenheit 华氏度 華氏度 华氏" },
	{ kind: "temperature", sign: "K", factor: 1, offset: -273.15, names: "k kelvin" },
];

const NAMES = new Map(UNITS.flatMap((unit) => unit.names.split(" ").map((name) => [name, unit] as const)));

/** An amount, its unit, a word that joins, another unit. The text around it does not matter. */
const CONVERSION =
	/(-?\d[\d.,'’]*)\s*(?:degrees?\s+|grad\s+|°\s*)?([^\s\d,.?？]{1,14}?)\s*(?:in|to|into|as|nach|zu|sind wie ?viele?|equals how many|等于多少|等於多少|是多少|换算成|換算成|转换成|=)\s*(?:degrees?\s+|grad\s+|°\s*)?([^\s\d,.?？]{1,14})\s*[?？.!]*$/i;
/** `how many km are 5 miles` */
const BACKWARDS =
	/(?:how many|wie ?viele?)\s+([^\s\d,.?？]{1,14})\s+(?:are in|is in|are|is|in|sind|hat|haben)\s+(-?\d[\d.,'’]*)\s*([^\s\d,.?？]{1,14})\s*[?？.!]*$/i;

/** `5 mi = 8.047 km`, or null where the question asks for no conversion that we know. */
export function answerConversion(question: string, lang: string): string | null {
	const text = question
		.trim()
		.replace(/−/g, "-")
		.replace(/fl\.?\s*oz/gi, "floz");
	const forwards = CONVERSION.exec(text);
	const backwards = BACKWARDS.exec(text);
	const [amount, from, to] = backwards
		? [backwards[2], backwards[3], backwards[1]]
		: [forwards?.[1], forwards?.[2], forwards?.[3]];
	const source = NAMES.get(from?.toLowerCase() ?? "");
	const target = NAMES.get(to?.toLowerCase() ?? "");
	if (amount === undefined || source === undefined || target === undefined || source.kind !== target.kind) return null;
	const value = readNumber(amount.replace(/^-/, ""), lang) * (amount.startsWith("-") ? -1 : 1);
	const base = value * source.factor + (source.offset ?? 0);
	const result = (base - (target.offset ?? 0)) / target.factor;
	if (!Number.isFinite(result)) return null;
	return `${writeNumber(value, 10, lang)} ${source.sign} = ${writeNumber(result, 4, lang)} ${target.sign}`;
}

/** The rows of units.ts. Packed: docs/decisions/2026-11-27-what-the-phone-carries.md. */

export type Kind =
	| "length"
	| "mass"
	| "volume"
	| "speed"
	| "time"
	| "energy"
	| "temperature"
	| "area"
	| "pressure"
	| "power"
	| "data";

/**
 * A row is `sign factor[+offset] names`. Names as core/offline's `plainWords` leaves them: `_` is a space,
 * `*` any ending, `de:` and the like a name in that language alone. A name with two meanings stands in two
 * rows.
 */
const TABLE: Readonly<Record<Kind, readonly string[]>> = {
	length: [
		"mm 0.001 mm millimet* milimet* миллиметр* мм 毫米 公釐 ミリ ミリメートル 밀리미터 مم ملم مليمتر ملليمتر मिलीमीटर मिमी",
		"cm 0.01 cm centimet* zentimet* centymet* santimet* santim cms сантиметр* см 厘米 公分 センチ センチメートル 센티미터 센티 سم سنتيمتر* सेंटीमीटर सेमी",
		"m 1 m meter* metr* mts метр* м 米 公尺 メートル 미터 متر امتار मीटर मी",
		"km 1000 km kms k kilomet* quilomet* chilomet* километр* км 公里 千米 キロ キロメートル 킬로미터 킬로 كيلومتر* كيلو كم किलोमीटर किमी",
		'in 0.0254 in inch inches " zoll pouce pouces pulgad* polegad* pollice pollici cal cale cali calach inc дюйм* 英寸 英吋 吋 インチ 인치 بوصه بوصات انش इंच',
		"ft 0.3048 ft foot feet ' fuss pied pieds pie pies piede piedi pe pes stopa stopy stop stopach fit фут* 英尺 呎 フィート 피트 قدم اقدام फुट फीट",
		"yd 0.9144 yd yds yard* jard* yarda* iarda iarde verge verges ярд* 码 碼 ヤード 야드 يارده ياردات गज",
		"mi 1609.344 mi mile miles meile meilen milla* milha* miglio miglia tr:mil pl:mil mila mili milach миля мили миль милях 英里 マイル 마일 ميل اميال मील",
		"nmi 1852 nmi seemeile seemeilen nautical_mile nautical_miles mille_marin milles_marins milla_nautica millas_nauticas морск*_миль 海里 海浬 해리 ميل_بحري",
		"li 500 zh:里 华里 華里",
	],
	mass: [
		"mg 0.000001 mg milligram* miligram* миллиграмм* мг 毫克 ミリグラム 밀리그램 ملغ ملغم मिलीग्राम",
		"g 0.001 g gr gram* grms грамм* г 克 公克 グラム 그램 غرام جرام غ جم غرامات جرامات ग्राम",
		"kg 1 kg kgs kilo kilos kilogram* chilo chili chilogramm* quilo quilos quilogram* килограмм* кило кг 公斤 千克 キロ キログラム 킬로그램 킬로 كيلوغرام* كيلوجرام* كيلو كغ كجم किलोग्राम किलो किग्रा",
		"t 1000 t tonne* tonelad* tonnellat* tona tony ton tonach metric_ton metric_tons тонна тонны тонн т 吨 噸 公噸 トン 톤 طن اطنان टन",
		"ton(US) 907.18474 en:ton en:tons short_ton short_tons us_ton us_tons",
		"oz 0.028349523125 oz ounce ounces unze unzen onza onzas onca oncas oncia once uncj* ons унция унции унций 盎司 オンス 온스 اونصه औंस",
		"lb 0.45359237 lb lbs pound pounds libra libras libbra libbre funt* фунт* 磅 ポンド 파운드 رطل ارطال باوند पाउंड",
		"st 6.35029318 st stone stones",
		"jin 0.5 市斤 zh-cn:斤",
		"liang 0.05 市两 zh-cn:两",
		"台斤 0.6 台斤 臺斤",
	],
	volume: [
		"ml 0.001 ml millilit* mililit* миллилитр* мл 毫升 ミリリットル 밀리리터 مل ملليلتر ملل मिलीलीटर मिली",
		"cl 0.01 cl centilit* zentilit* сантилитр* сл",
		"dl 0.1 dl decilit* dezilit* децилитр* дл",
		"l 1 l liter* litr* литр* л 升 公升 リットル 리터 لتر ليتر लीटर",
		"m³ 1000 m^3 m3 cubic_meter* cubic_metre* kubikmeter* 立方米 立方メートル 세제곱미터",
		"tsp 0.00492892159375 tsp teaspoon*",
		"tbsp 0.01478676478125 tbsp tablespoon*",
		"cup 0.2365882365 cup cups us_cup us_cups",
		"fl_oz 0.0295735295625 fl_oz floz fl._oz fluid_ounce fluid_ounces us_fl_oz",
		"pt 0.473176473 pt pint pints 品脱",
		"qt 0.946352946 qt quart quarts",
		"gal 3.785411784 gal gals gallon* galon* galao galoes галлон* 加仑 加侖 ガロン 갤런 غالون جالون गैलन us_gallon us_gallons us_gal",
		"gal(UK) 4.54609 uk_gallon uk_gallons imperial_gallon imperial_gallons uk_gal",
		"pt(UK) 0.56826125 uk_pint uk_pints imperial_pint imperial_pints",
	],
	speed: [
		"m/s 1 m/s mps m/sec м/с 米每秒 米/秒 公尺/秒 metres_per_second meters_per_second",
		"km/h 1/3.6 km/h kmh kph км/ч kilometers_per_hour kilometres_per_hour kilometer_pro_stunde 公里每小时 公里/小时 公里/小時 كم/س किमी/घंटा",
		"mph 0.44704 mph mi/h miles_per_hour миль/ч 英里/小时",
		"kn 1852/3600 kn knot* knoten nudos noeud* nodi węzl* wezl* узл* узел 节 節 ノット 노트",
		"ft/s 0.3048 ft/s fps",
	],
	time: [
		"ms 0.001 ms millisecond* millisekund* milisegund* миллисекунд* мс 毫秒 ミリ秒 밀리초",
		's 1 s " sec secs second* seconde* sekund* segund* secondo secondi sek sn saniye* секунд* сек с 秒 秒钟 秒鐘 초 ثانيه ثواني ثوان सेकंड सेकेंड',
		"min 60 min ' mins m minut* dk dakika* минут* мин м 分钟 分鐘 分 분 دقيقه دقائق मिनट",
		"h 3600 h hr hrs hour* stunde* std heure* hora horas ora ore godzin* godz sa saat saate saatte час часа часов часах ч 小时 小時 时间 時間 시간 ساعه ساعات घंटा घंटे घंटों",
		"d 86400 d day days tag tage tagen jour jours dia dias giorno giorni dni dzien gun день дня дней днях сутки суток 天 日 일 يوم ايام दिन",
		"wk 604800 wk wks week* woche* semain* semana* settiman* tydzien tygodni* hafta недел* 周 週 星期 週間 주 주일 اسبوع اسابيع हफ्ता हफ्ते सप्ताह",
	],
	energy: [
		"kcal 4184 kcal calori* kalori* cals ккал калори* килокалори* 大卡 千卡 卡路里 カロリー キロカロリー 칼로리 킬로칼로리 سعره سعرات कैलोरी",
		"kJ 1000 kj kilojoule* килоджоул* кдж 千焦 キロジュール 킬로줄",
		"J 1 j joule joules джоул* 焦耳",
		"Wh 3600 wh",
		"kWh 3600000 kwh квтч kilowatt_hour*",
	],
	temperature: [
		"°C 1 c °c celsius* centigrad* santigrat цельси* 摄氏度 攝氏度 摄氏 攝氏 摂氏 セ氏 섭씨 مئويه سيلسيوس सेल्सियस с",
		"°F 5/9+-160/9 f °f fahrenheit* fahrenhayt фаренгейт* 华氏度 華氏度 华氏 華氏 カ氏 화씨 فهرنهايت फारेनहाइट",
		"K 1+-273.15 k kelvin* кельвин* كلفن केल्विन ケルビン 켈빈",
	],
	area: [
		"cm² 0.0001 cm^2 cm2 平方厘米 平方公分",
		"m² 1 m^2 m2 sqm qm square_meter* square_metre* quadratmeter* metre_carre metres_carres metro_cuadrado metros_cuadrados metros_quadrados metri_quadrati м^2 кв_м 平方米 平米 平方公尺 平方メートル 제곱미터",
		"km² 1000000 km^2 km2 square_kilomet* quadratkilometer* 平方公里",
		"ft² 0.09290304 ft^2 ft2 sqft sq_ft square_feet square_foot 平方英尺",
		"in² 0.00064516 in^2 sq_in square_inch square_inches",
		"mi² 2589988.110336 mi^2 sq_mi square_mile square_miles",
		"ha 10000 ha hectare* hektar* hectarea* гектар* 公顷 公頃 ヘクタール 헥타르",
		"acre 4046.8564224 acre acres акр* 英亩 英畝 エーカー 에이커",
		"坪 400/121 坪 평",
		"亩 2000/3 亩 畝",
	],
	pressure: [
		"Pa 1 pa pascal",
		"hPa 100 hpa mbar millibar гпа",
		"kPa 1000 kpa кпа",
		"bar 100000 bar bars бар 巴",
		"psi 6894.757293168361 psi",
		"atm 101325 atm атм",
		"mmHg 133.322387415 mmhg",
	],
	power: [
		"W 1 w watt watts ватт вт ワット 와트",
		"kW 1000 kw kilowatt kilowatts квт",
		"hp 745.6998715822702 hp horsepower",
		"PS 735.49875 de:ps pferdestarken л.с. 马力 馬力",
	],
	data: [
		"B 1 byte bytes",
		"kB 1000 kb",
		"MB 1000000 mb мб",
		"GB 1000000000 gb гб",
		"TB 1000000000000 tb тб",
		"KiB 1024 kib",
		"MiB 1048576 mib",
		"GiB 1073741824 gib",
	],
};

export function unitRows(): Readonly<Record<Kind, readonly string[]>> {
	return TABLE;
}

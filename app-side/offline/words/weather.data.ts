/**
 * What the built-in assistant hears and says of the weather, in every language. Owns the words; the skies are in the order of
 * core/weather/forecast.ts. Lists are parted by `|`, and each `*` stands for any ending.
 */
import type { Language } from "../../../core/words/words.ts";

export type WeatherWords = {
	/** How we ask for it ourselves: today, tomorrow. */
	ask: string;
	/** Names of it as a whole. */
	weather: string;
	/** Words for rain, and for what keeps it off. */
	rain: string;
	/** Words for how warm it is. */
	warmth: string;
	tomorrow: string;
	/** What says nothing by itself beside those. */
	fillers: string;
	skies: string;
	/** `{day}`, `{sky}`, `{low}`, `{high}`, `{unit}`; the same without a sky. */
	line: string;
	/** It is likely to rain; to snow; neither. */
	falls: string;
	/** Nothing is known and what to do; `{place}` is not known to open-meteo.com; it cannot be reached. */
	none: string;
};

const WORDS: Readonly<Record<Language, WeatherWords>> = {
	"en-US": {
		ask: "What's the weather?|Weather tomorrow?",
		weather: "weather|forecast|weather forecast|weather like",
		rain: "rain*|umbrella*|drizzl*|wet|pour*",
		warmth: "temperature*|temp|cold|warm|hot|cool|chilly|freezing|degrees",
		tomorrow: "tomorrow|tomorrow's",
		fillers:
			"will|be|like|going|today|tonight|outside|out|out there|need|take|bring|should|high|low|have|get|there|does|look|s|looking|bring|carry|today's|outdoors|too|very",
		skies:
			"sunny|partly cloudy|cloudy|overcast|fog|haze|dust|sandstorm|drizzle|light rain|rain|heavy rain|showers|freezing rain|rain and snow|hail|light snow|snow|heavy snow|snow showers|thunderstorms|thunderstorms with hail",
		line: "{day}: {sky}, {low} to {high} {unit}.|{day}: {low} to {high} {unit}.",
		falls: "Rain is likely.|Snow is likely.|No rain is expected.",
		none: "The watch has no forecast. Open its Weather app once, or enter a town in AskFace's settings in the Zepp app and allow asking open-meteo.com.|open-meteo.com doesn't know “{place}”. Check the town in AskFace's settings in the Zepp app.|I couldn't get the weather from open-meteo.com. Check the phone's connection and ask again.",
	},
	"de-DE": {
		ask: "Wie wird das Wetter?|Wetter morgen?",
		weather: "wetter*|vorhersage|wettervorhersage|wetterbericht",
		rain: "regen*|regnet|regnen|schirm|regenschirm|nass|niesel*|schauer",
		warmth: "temperatur*|kalt|kälte|warm|heiß|grad|kühl|frisch|wärmer|kälter",
		tomorrow: "morgen|morgige",
		fillers:
			"wird|werden|draußen|brauche|brauch|muss|soll|sollte|mitnehmen|nehmen|wie|so|es|sein|denn|aus|sieht|heute|wieviel|gibt|eigentlich|da|morgens|bekommen|vorher",
		skies:
			"sonnig|teils bewölkt|bewölkt|bedeckt|Nebel|dunstig|Staub|Sandsturm|Nieselregen|leichter Regen|Regen|starker Regen|Schauer|gefrierender Regen|Schneeregen|Hagel|leichter Schnee|Schnee|starker Schneefall|Schneeschauer|Gewitter|Gewitter mit Hagel",
		line: "{day}: {sky}, {low} bis {high} {unit}.|{day}: {low} bis {high} {unit}.",
		falls: "Es regnet wahrscheinlich.|Es schneit wahrscheinlich.|Regen ist nicht zu erwarten.",
		none: "Die Uhr hat keine Vorhersage. Öffne einmal ihre Wetter-App, oder trag in den Einstellungen von AskFace in der Zepp-App einen Ort ein und erlaube, open-meteo.com zu fragen.|open-meteo.com kennt „{place}“ nicht. Prüf den Ort in den Einstellungen von AskFace in der Zepp-App.|Ich habe von open-meteo.com kein Wetter bekommen. Prüf die Verbindung des Handys und frag noch einmal.",
	},
	"fr-FR": {
		ask: "Quel temps fait-il ?|La météo de demain ?",
		weather:
			"météo|quel temps|le temps|temps fait-il|temps fera-t-il|temps qu'il fait|temps demain|temps aujourd'hui|prévisions|prévision|temps dehors",
		rain: "pleuv*|pleut|pluie|parapluie|averse*|pleuvra",
		warmth: "température*|froid|chaud|degré*|frais|doux",
		tomorrow: "demain|de demain",
		fillers:
			"fait-il|fera-t-il|fait|fera|va-t-il|va|il va|prendre|besoin|dehors|dois|dois-je|faut|faut-il|t|il|prévu|aujourd|hui|sera|emporter|avoir|de la|risque|vais",
		skies:
			"ensoleillé|en partie nuageux|nuageux|couvert|brouillard|brume|poussière|tempête de sable|bruine|pluie faible|pluie|forte pluie|averses|pluie verglaçante|pluie et neige mêlées|grêle|neige faible|neige|fortes chutes de neige|averses de neige|orages|orages avec grêle",
		line: "{day} : {sky}, de {low} à {high} {unit}.|{day} : de {low} à {high} {unit}.",
		falls: "Pluie probable.|Neige probable.|Pas de pluie prévue.",
		none: "La montre n'a pas de prévisions. Ouvre une fois son app Météo, ou indique une ville dans les réglages d'AskFace dans l'app Zepp et autorise à interroger open-meteo.com.|open-meteo.com ne connaît pas « {place} ». Vérifie la ville dans les réglages d'AskFace dans l'app Zepp.|Je n'ai pas pu obtenir la météo d'open-meteo.com. Vérifie la connexion du téléphone et repose ta question.",
	},
	"es-ES": {
		ask: "¿Qué tiempo hace?|¿Qué tiempo hará mañana?",
		weather:
			"qué tiempo|el tiempo|tiempo hace|tiempo hará|tiempo hoy|tiempo mañana|tiempo va a hacer|clima|pronóstico*|previsión*|del tiempo",
		rain: "llov*|llueve|lluev*|lluvi*|paraguas|chubasco*",
		warmth: "temperatura*|frío|calor|grados|fresco",
		tomorrow: "mañana|de mañana",
		fillers:
			"va|hace|hará|haciendo|hacer|habrá|hay|necesito|llevar|llevo|llevarme|debo|afuera|fuera|coger|cojo|lloverá hoy|mucho|falta|hará hoy|tendremos|esperan|va a hacer",
		skies:
			"soleado|parcialmente nublado|nublado|cubierto|niebla|bruma|polvo|tormenta de arena|llovizna|lluvia débil|lluvia|lluvia fuerte|chubascos|lluvia helada|aguanieve|granizo|nieve débil|nieve|nevada fuerte|chubascos de nieve|tormentas|tormentas con granizo",
		line: "{day}: {sky}, de {low} a {high} {unit}.|{day}: de {low} a {high} {unit}.",
		falls: "Es probable que llueva.|Es probable que nieve.|No se espera lluvia.",
		none: "El reloj no tiene pronóstico. Abre una vez su app El tiempo, o escribe una ciudad en los ajustes de AskFace en la app Zepp y permite preguntar a open-meteo.com.|open-meteo.com no conoce «{place}». Revisa la ciudad en los ajustes de AskFace en la app Zepp.|No he podido obtener el tiempo de open-meteo.com. Revisa la conexión del móvil y pregunta otra vez.",
	},
	"it-IT": {
		ask: "Che tempo fa?|Che tempo farà domani?",
		weather: "meteo|che tempo|il tempo|tempo fa|tempo farà|tempo oggi|tempo domani|previsioni|previsione|del tempo",
		rain: "piov*|pioggia*|ombrello|pioggerell*",
		warmth: "temperatura*|freddo|caldo|gradi|fresco",
		tomorrow: "domani|di domani",
		fillers:
			"fa|farà|fuori|serve|servirà|bisogno|prendere|prendo|portare|porto|devo|sarà|sta|ci|oggi|previsto|tempo che fa|ci sono",
		skies:
			"soleggiato|parzialmente nuvoloso|nuvoloso|coperto|nebbia|foschia|polvere|tempesta di sabbia|pioggerella|pioggia debole|pioggia|pioggia forte|rovesci|pioggia gelata|pioggia mista a neve|grandine|neve debole|neve|nevicate forti|rovesci di neve|temporali|temporali con grandine",
		line: "{day}: {sky}, da {low} a {high} {unit}.|{day}: da {low} a {high} {unit}.",
		falls: "È probabile che piova.|È probabile che nevichi.|Non è prevista pioggia.",
		none: "L'orologio non ha previsioni. Apri una volta la sua app Meteo, oppure scrivi una città nelle impostazioni di AskFace nell'app Zepp e consenti di chiedere a open-meteo.com.|open-meteo.com non conosce «{place}». Controlla la città nelle impostazioni di AskFace nell'app Zepp.|Non sono riuscito ad avere il meteo da open-meteo.com. Controlla la connessione del telefono e chiedi di nuovo.",
	},
	"pt-BR": {
		ask: "Como está o tempo?|Como fica o tempo amanhã?",
		weather: "o tempo|tempo está|tempo hoje|tempo amanhã|previsão do tempo|previsão|clima|que tempo|do tempo|tempo vai",
		rain: "chov*|chuva*|guarda-chuva|garoa",
		warmth: "temperatura*|frio|calor|graus|quente|fresco",
		tomorrow: "amanhã|de amanhã",
		fillers:
			"vai|fica|ficar|fazer|faz|fazendo|estar|lá fora|fora|preciso|levar|levo|devo|será|está|pegar|ter|hoje vai|precisar",
		skies:
			"ensolarado|parcialmente nublado|nublado|encoberto|neblina|névoa seca|poeira|tempestade de areia|garoa|chuva fraca|chuva|chuva forte|pancadas de chuva|chuva congelante|chuva com neve|granizo|neve fraca|neve|neve forte|pancadas de neve|trovoadas|trovoadas com granizo",
		line: "{day}: {sky}, de {low} a {high} {unit}.|{day}: de {low} a {high} {unit}.",
		falls: "É provável que chova.|É provável que neve.|Não há previsão de chuva.",
		none: "O relógio não tem previsão. Abra uma vez o app Clima dele, ou informe uma cidade nas configurações do AskFace no app Zepp e permita consultar o open-meteo.com.|O open-meteo.com não conhece “{place}”. Confira a cidade nas configurações do AskFace no app Zepp.|Não consegui obter o tempo do open-meteo.com. Confira a conexão do celular e pergunte de novo.",
	},
	"pl-PL": {
		ask: "Jaka jest pogoda?|Pogoda jutro?",
		weather: "pogod*|prognoz*",
		rain: "deszcz*|pada|padać|padało|parasol*|popada|mżawk*|ulew*",
		warmth: "temperatur*|zimno|ciepło|stopni*|gorąco|chłodno|mroźno",
		tomorrow: "jutro|jutrzejsz*|na jutro",
		fillers:
			"będzie|czy|potrzebuję|potrzebny|potrzebna|wziąć|wezmę|zabrać|brać|na dworze|na zewnątrz|dworze|mam|muszę|powinienem|powinnam|dzisiejsz*|zapowiada|jest",
		skies:
			"słonecznie|częściowe zachmurzenie|pochmurno|całkowite zachmurzenie|mgła|zamglenie|pył|burza piaskowa|mżawka|słaby deszcz|deszcz|silny deszcz|przelotny deszcz|marznący deszcz|deszcz ze śniegiem|grad|słaby śnieg|śnieg|silny śnieg|przelotny śnieg|burze|burze z gradem",
		line: "{day}: {sky}, od {low} do {high} {unit}.|{day}: od {low} do {high} {unit}.",
		falls: "Prawdopodobnie będzie padać.|Prawdopodobnie będzie padać śnieg.|Deszczu nie widać w prognozie.",
		none: "Zegarek nie ma prognozy. Otwórz raz jego aplikację Pogoda albo wpisz miejscowość w ustawieniach AskFace w aplikacji Zepp i zezwól na pytanie open-meteo.com.|open-meteo.com nie zna miejsca „{place}”. Sprawdź miejscowość w ustawieniach AskFace w aplikacji Zepp.|Nie udało się pobrać pogody z open-meteo.com. Sprawdź połączenie telefonu i zapytaj ponownie.",
	},
	"ru-RU": {
		ask: "Какая погода?|Какая погода завтра?",
		weather: "погод*|прогноз*",
		rain: "дожд*|зонт*|ливень|ливн*|мокро|моросит",
		warmth: "температур*|холодно|тепло|жарко|градус*|прохладно",
		tomorrow: "завтра|завтрашн*|на завтра",
		fillers:
			"будет|ли|идёт|пойдёт|нужен|нужно|брать|взять|на улице|за окном|улице|мне|надо|с собой|понадобится|с|ожидается|сегодняшн*|сколько|обещают",
		skies:
			"солнечно|переменная облачность|облачно|пасмурно|туман|дымка|пыль|песчаная буря|морось|небольшой дождь|дождь|сильный дождь|ливни|ледяной дождь|дождь со снегом|град|небольшой снег|снег|сильный снег|снежные заряды|грозы|грозы с градом",
		line: "{day}: {sky}, от {low} до {high} {unit}.|{day}: от {low} до {high} {unit}.",
		falls: "Скорее всего, будет дождь.|Скорее всего, будет снег.|Дождя не ожидается.",
		none: "На часах нет прогноза. Открой на них один раз «Погоду» или впиши город в настройках AskFace в приложении Zepp и разреши спрашивать open-meteo.com.|open-meteo.com не знает места «{place}». Проверь город в настройках AskFace в приложении Zepp.|Не удалось узнать погоду у open-meteo.com. Проверь связь телефона и спроси ещё раз.",
	},
	"tr-TR": {
		ask: "Hava nasıl?|Yarın hava nasıl?",
		weather: "hava|havalar|hava durumu|havası|tahmin*",
		rain: "yağmur*|şemsiye*|yağış*|yağacak|yağar",
		warmth: "sıcaklık*|soğuk*|sıcak*|derece*|serin|ılık",
		tomorrow: "yarın*",
		fillers:
			"nasıl|olacak|lazım|gerek|gerekiyor|gerekli|almalı|almalıyım|alayım|dışarı*|durum*|mıyım|miyim|muyum|ihtiyacım|bekleniyor|yağıyor|olur mu|gerekir|çok",
		skies:
			"güneşli|parçalı bulutlu|bulutlu|kapalı|sis|pus|toz|kum fırtınası|çisenti|hafif yağmur|yağmur|şiddetli yağmur|sağanak|dondurucu yağmur|karla karışık yağmur|dolu|hafif kar|kar|yoğun kar|kar sağanağı|gök gürültülü fırtına|dolulu fırtına",
		line: "{day}: {sky}, {low} ile {high} {unit} arası.|{day}: {low} ile {high} {unit} arası.",
		falls: "Yağmur yağabilir.|Kar yağabilir.|Yağmur beklenmiyor.",
		none: "Saatte tahmin yok. Saatin Hava durumu uygulamasını bir kez aç ya da Zepp uygulamasındaki AskFace ayarlarına bir şehir yazıp open-meteo.com'a sorulmasına izin ver.|open-meteo.com “{place}” diye bir yer bilmiyor. Zepp uygulamasındaki AskFace ayarlarında şehri kontrol et.|open-meteo.com'dan hava durumu alınamadı. Telefonun bağlantısını kontrol et ve yeniden sor.",
	},
	"ar-EG": {
		ask: "كيف الطقس اليوم؟|كيف الطقس غدا؟",
		weather: "الطقس|طقس|الجو|جو|حالة الطقس|حالة الجو|النشرة الجوية|توقعات الطقس",
		rain: "مطر|المطر|أمطار|تمطر|ستمطر|مظلة|شمسية|المظلة",
		warmth: "حرارة|الحرارة|درجة الحرارة|بارد|باردا|حار|حارا|برد|حر|دافئ|دافئا|البرد|الحر",
		tomorrow: "غدا|غد|بكرة|الغد",
		fillers: "هل|ستكون|سيكون|سوف|أحتاج|أحتاج إلى|آخذ|معي|الخارج|في الخارج|كيف|درجة|حال|يكون|أن|تكون|إيه|ايه|عامل|هنا",
		skies:
			"مشمس|غائم جزئيا|غائم|ملبد بالغيوم|ضباب|شبورة|غبار|عاصفة رملية|رذاذ|مطر خفيف|مطر|مطر غزير|زخات مطر|مطر متجمد|مطر وثلج|برد|ثلج خفيف|ثلج|ثلج كثيف|زخات ثلج|عواصف رعدية|عواصف رعدية مع برد",
		line: "{day}: {sky}، من {low} إلى {high} {unit}.|{day}: من {low} إلى {high} {unit}.",
		falls: "المطر محتمل.|الثلج محتمل.|لا يتوقع مطر.",
		none: "ليس في الساعة توقعات. افتح تطبيق الطقس فيها مرة، أو اكتب مدينة في إعدادات AskFace في تطبيق Zepp واسمح بسؤال open-meteo.com.|لا يعرف open-meteo.com المكان «{place}». راجع المدينة في إعدادات AskFace في تطبيق Zepp.|تعذر الحصول على الطقس من open-meteo.com. تحقق من اتصال الهاتف واسأل مرة أخرى.",
	},
	"hi-IN": {
		ask: "आज मौसम कैसा है?|कल मौसम कैसा रहेगा?",
		weather: "मौसम*|पूर्वानुमान",
		rain: "बारिश*|वर्षा|छाता|छाते|छतरी|बरसात",
		warmth: "तापमान|ठंड*|ठण्ड*|गर्मी|गरम|गर्म|डिग्री",
		tomorrow: "कल",
		fillers: "होगी|होगा|कैसा|रहेगा|रहेगी|चाहिए|ज़रूरत|बाहर|लेना|ले|लूँ|जाऊँ|रही|हाल|लगेगी|पड़ेगी|बहुत|हो रही|हुई|का हाल",
		skies:
			"धूप|आंशिक बादल|बादल|घने बादल|कोहरा|धुंध|धूल|रेतीली आँधी|बूँदाबाँदी|हल्की बारिश|बारिश|तेज़ बारिश|बौछारें|जमने वाली बारिश|बारिश और बर्फ़|ओले|हल्की बर्फ़|बर्फ़|भारी बर्फ़|बर्फ़ की बौछारें|गरज के साथ तूफ़ान|ओलों के साथ तूफ़ान",
		line: "{day}: {sky}, {low} से {high} {unit}।|{day}: {low} से {high} {unit}।",
		falls: "बारिश हो सकती है।|बर्फ़ गिर सकती है।|बारिश की उम्मीद नहीं है।",
		none: "घड़ी में पूर्वानुमान नहीं है। उसका मौसम ऐप एक बार खोलें, या Zepp ऐप में AskFace की सेटिंग में शहर लिखें और open-meteo.com से पूछने की अनुमति दें।|open-meteo.com “{place}” को नहीं जानता। Zepp ऐप में AskFace की सेटिंग में शहर जाँचें।|open-meteo.com से मौसम नहीं मिला। फ़ोन का कनेक्शन जाँचें और फिर पूछें।",
	},
	"ja-JP": {
		ask: "今日の天気は？|明日の天気は？",
		weather: "天気予報|天気|お天気|予報|天候",
		rain: "雨|雨が降る|雨が降ります|雨降る|傘|雨具",
		warmth: "気温|寒い|暑い|暖かい|涼しい|温度|何度|寒く|暑く",
		tomorrow: "明日|明日の|あした|あす",
		fillers:
			"降る|降ります|降りそう|降り|いる|要る|必要|いります|要ります|持って行く|持っていく|べき|どう|どんな|外|でしょう|かな|なる|なります|ある|あります|です|ますか|いくら|教え",
		skies:
			"晴れ|晴れ時々くもり|くもり|曇天|霧|もや|砂ぼこり|砂嵐|霧雨|弱い雨|雨|強い雨|にわか雨|着氷性の雨|みぞれ|ひょう|弱い雪|雪|大雪|にわか雪|雷雨|ひょうを伴う雷雨",
		line: "{day}：{sky}、{low}〜{high}{unit}。|{day}：{low}〜{high}{unit}。",
		falls: "雨が降りそうです。|雪が降りそうです。|雨の予報はありません。",
		none: "時計に予報がありません。時計の「天気」アプリを一度開くか、ZeppアプリのAskFaceの設定で町を入力し、open-meteo.comへの問い合わせを許可してください。|open-meteo.comは「{place}」を知りません。ZeppアプリのAskFaceの設定で町を確認してください。|open-meteo.comから天気を取得できませんでした。スマホの接続を確認して、もう一度聞いてください。",
	},
	"ko-KR": {
		ask: "오늘 날씨 어때?|내일 날씨 어때?",
		weather: "날씨|날씨가|일기 예보|일기예보|예보",
		rain: "비|비가|비 와|비 올까|우산|우산이",
		warmth: "기온|온도|추워|더워|따뜻해|추울까|더울까|몇 도|춥|덥",
		tomorrow: "내일",
		fillers:
			"와|와요|올까|올까요|오나|오나요|오니|올|오는|내려|필요|필요해|필요할까|필요해요|챙겨야|챙길까|가져가야|가져갈까|밖|밖에|밖이|어때요|일까|니|나요|어떄|좋아|예정|날|바깥",
		skies:
			"맑음|구름 조금|구름 많음|흐림|안개|연무|먼지|모래 폭풍|이슬비|약한 비|비|강한 비|소나기|어는 비|진눈깨비|우박|약한 눈|눈|폭설|소낙눈|뇌우|우박을 동반한 뇌우",
		line: "{day}: {sky}, {low}~{high}{unit}.|{day}: {low}~{high}{unit}.",
		falls: "비가 올 것 같아요.|눈이 올 것 같아요.|비 예보는 없어요.",
		none: "시계에 예보가 없어요. 시계의 날씨 앱을 한 번 열거나, Zepp 앱의 AskFace 설정에 도시를 입력하고 open-meteo.com에 물어보는 것을 허용하세요.|open-meteo.com이 “{place}”을(를) 몰라요. Zepp 앱의 AskFace 설정에서 도시를 확인하세요.|open-meteo.com에서 날씨를 가져오지 못했어요. 휴대폰 연결을 확인하고 다시 물어보세요.",
	},
	"zh-CN": {
		ask: "今天天气怎么样？|明天天气怎么样？",
		weather: "天气预报|天气|预报|天气情况",
		rain: "下雨|雨|带伞|雨伞|伞|打伞|有雨",
		warmth: "气温|温度|多少度|几度|冷不冷|热不热|冷|热|暖和|凉快",
		tomorrow: "明天|明天的",
		fillers: "会|会不会|不会|不|要|要不要|带|需要|需不需要|外面|怎么样|怎样|如何|怎么|度|很|今日|情况|用不用|没|有没有",
		skies:
			"晴|局部多云|多云|阴|雾|霾|浮尘|沙尘暴|毛毛雨|小雨|中雨|大雨|阵雨|冻雨|雨夹雪|冰雹|小雪|中雪|大雪|阵雪|雷阵雨|雷阵雨伴有冰雹",
		line: "{day}：{sky}，{low}到{high}{unit}。|{day}：{low}到{high}{unit}。",
		falls: "可能会下雨。|可能会下雪。|预报没有雨。",
		none: "手表里没有天气预报。请打开一次手表的“天气”应用，或在Zepp应用的AskFace设置里填写城市，并允许向open-meteo.com查询。|open-meteo.com不认识“{place}”。请在Zepp应用的AskFace设置里检查城市。|没能从open-meteo.com取得天气。请检查手机的网络，再问一次。",
	},
	"zh-TW": {
		ask: "今天天氣怎麼樣？|明天天氣怎麼樣？",
		weather: "天氣預報|天氣|預報|天氣情況",
		rain: "下雨|雨|帶傘|雨傘|傘|打傘|有雨",
		warmth: "氣溫|溫度|多少度|幾度|冷不冷|熱不熱|冷|熱|暖和|涼快",
		tomorrow: "明天|明天的",
		fillers: "會|會不會|不會|不|要|要不要|帶|需要|需不需要|外面|怎麼樣|怎樣|如何|怎麼|度|很|今日|情況|用不用|沒|有沒有",
		skies:
			"晴|晴時多雲|多雲|陰|霧|霾|浮塵|沙塵暴|毛毛雨|小雨|中雨|大雨|陣雨|凍雨|雨夾雪|冰雹|小雪|中雪|大雪|陣雪|雷陣雨|雷陣雨夾冰雹",
		line: "{day}：{sky}，{low}到{high}{unit}。|{day}：{low}到{high}{unit}。",
		falls: "可能會下雨。|可能會下雪。|預報沒有雨。",
		none: "手錶裡沒有天氣預報。請打開一次手錶的「天氣」應用程式，或在Zepp應用程式的AskFace設定裡填寫城市，並允許向open-meteo.com查詢。|open-meteo.com不認識「{place}」。請在Zepp應用程式的AskFace設定裡檢查城市。|沒能從open-meteo.com取得天氣。請檢查手機的網路，再問一次。",
	},
};

export function weatherWords(): Readonly<Record<Language, WeatherWords>> {
	return WORDS;
}

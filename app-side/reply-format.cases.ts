/**
 * What models and their servers were seen to write, from public reports, and what a watch should show: rows of
 * docs/field-cases.md. `source` is a repository and a number on GitHub; `own` of the kind, where no report has the whole text.
 */
export type FieldCase = { kind: string; name: string; source: string; raw: string; text: string };

const MARKS = "marks of citation";
const CONTENT = "lost content";
const MACHINERY = "machinery";
const FORMULAS = "formulas";

export const FIELD_CASES: readonly FieldCase[] = [
	{
		...{ kind: MARKS, name: "numbers behind a decimal", source: "nicobailon/pi-web-access#340" },
		...{
			raw: "A litre costs about 5.[1][2] It was cheaper before.[3]",
			text: "A litre costs about 5. It was cheaper before.",
		},
	},
	{
		...{ kind: MARKS, name: "a link glued to a year", source: "lossless-group/perplexed-plugin#18" },
		...{ raw: "It opened in 1973[1](https://example.com/a), not in 1965[2].", text: "It opened in 1973, not in 1965." },
	},
	{
		...{
			kind: MARKS,
			name: "ChatGPT's marks whose private characters were taken out",
			source: "Stack-Cairn/LiveAgent#625",
		},
		...{ raw: "It will rain. citeturn0search5turn0search15", text: "It will rain." },
	},
	{
		...{ kind: MARKS, name: "ChatGPT's marks for a file and a name", source: "mmeyerlein/meclaw#569" },
		...{
			raw: 'Try \ue200entity\ue202["restaurant","Noma","in Copenhagen"]\ue201 \ue200filecite\ue202turn0file1\ue201.',
			text: "Try Noma.",
		},
	},
	{
		...{
			kind: MARKS,
			name: "elements around the words that are cited",
			source: "anthropics/anthropic-sdk-typescript#1119",
		},
		...{
			raw: '<cite index="2-1">Water boils at 100 °C</cite> at sea level.',
			text: "Water boils at 100 °C at sea level.",
		},
	},
	{
		...{ kind: MARKS, name: "an element with a list of sources", source: "lmstudio-ai/lmstudio-bug-tracker#2221" },
		...{
			raw: "It is fast.\n<citations> * [Kagi API Documentation](https://help.kagi.com/kagi/api/overview.html) </citations>",
			text: "It is fast.",
		},
	},
	{
		...{ kind: MARKS, name: "a site in brackets with OpenAI's mark in its address", source: "houshuang/alif#221" },
		...{
			raw: "It means book ([arabdict.com](https://www.arabdict.com/en?utm_source=openai)).",
			text: "It means book.",
		},
	},
	{
		...{ kind: MARKS, name: "a footnote with a tool's name", source: "aws-samples/bedrock-chat#884" },
		...{ raw: "Up to 3.[^tooluse_abc123def456xxx] Not more.", text: "Up to 3. Not more." },
	},
	{
		...{ kind: MARKS, name: "positions between CJK brackets", source: "cubeplexai/cubeplex#125" },
		...{ raw: "今天25度【3-1】，明天20度【4†source】。", text: "今天25度，明天20度。" },
	},
	{
		...{ kind: MARKS, name: "words and a number between CJK brackets stay", source: "thunderbird/thunderbolt#364" },
		...{ raw: "【答案】您的订单号是【12345】，座位【12】。", text: "【答案】您的订单号是【12345】，座位【12】。" },
	},
	{
		...{ kind: MARKS, name: "raised numbers behind words, but not behind units", source: "tenglvjun/mktero#47" },
		...{
			raw: "The cycle is shorter¹ in athletes.² It needs 5 m² and 10 cm³.",
			text: "The cycle is shorter in athletes. It needs 5 m² and 10 cm³.",
		},
	},
	{
		...{ kind: MARKS, name: "identifiers of chunks", source: "coleam00/dark-factory-experiment#180" },
		...{ raw: "Start with rest [c:abc123]. Then walk [citation:3].", text: "Start with rest. Then walk." },
	},
	{
		...{ kind: MARKS, name: "a power is no footnote", source: "edrlab/thorium-reader#3779" },
		...{ raw: "We have 10<sup>23</sup> atoms.", text: "We have 10^23 atoms." },
	},
	{
		...{ kind: MARKS, name: "an index in code is none either", source: "own" },
		...{ raw: "Use args[1] and choose option [2] or [3].", text: "Use args[1] and choose option [2] or [3]." },
	},
	{
		...{ kind: CONTENT, name: "thresholds at the start of a line", source: "thorstenb/odpdown#19" },
		...{ raw: "BMI:\n<18.5 low\n>25 high\n>=30 very high", text: "BMI:\n<18.5 low\n>25 high\n>=30 very high" },
	},
	{
		...{ kind: CONTENT, name: "an empty cell in a table", source: "HKUDS/DeepTutor#679" },
		...{ raw: "| Name | Score | Note |\n|---|---|---|\n| Alice |  | ok |", text: "Name: Score, Note\nAlice: –, ok" },
	},
	{
		...{ kind: CONTENT, name: "an empty corner of a table", source: "HKUDS/DeepTutor#683" },
		...{ raw: "||Name|Age|\n|-|-|-|\n|1|Ann|30|\n||Bob|31|", text: "Name, Age\n1: Ann, 30\n–: Bob, 31" },
	},
	{
		...{ kind: CONTENT, name: "a row of a census without bars at its sides", source: "fisharebest/webtrees#1429" },
		...{
			raw: "Name|Relation|Condition|AgeM|AgeF\n-----|-----|-----|-----|-----\nHenry Drury|head||11|",
			text: "Name: Relation, Condition, AgeM, AgeF\nHenry Drury: head, –, 11, –",
		},
	},
	{
		...{ kind: CONTENT, name: "bold beside Chinese punctuation", source: "commonmark/commonmark-spec#650" },
		...{ raw: "**真，**她。**真（**她**）**", text: "真，她。真（她）" },
	},
	{
		...{ kind: CONTENT, name: "bold around Japanese brackets", source: "anthropics/claude-code#89827" },
		...{
			raw: "これは**「重要」**な点です。**「A」**なので**「B」**",
			text: "これは「重要」な点です。「A」なので「B」",
		},
	},
	{
		...{ kind: CONTENT, name: "bold before a Korean particle", source: "commonmark/commonmark-spec#839" },
		...{
			raw: "문서를 작성할 때 **마크다운(Markdown)**을 사용하세요.",
			text: "문서를 작성할 때 마크다운(Markdown)을 사용하세요.",
		},
	},
	{
		...{ kind: CONTENT, name: "arrows and sexes", source: "own" },
		...{
			raw: "Steps ⬆️ 12%, sleep ⬇ 5%. Fibre: ♀️ 25 g, ♂ 38 g.",
			text: "Steps ↑ 12%, sleep ↓ 5%. Fibre: ♀ 25 g, ♂ 38 g.",
		},
	},
	{
		...{ kind: CONTENT, name: "suits, ticks, flags and weather", source: "own; names of Unicode CLDR 48" },
		...{
			raw: "♠️ K beats ♥ Q\n✅ vegan, ❌ nuts\nFinal: 🇩🇪 2–1 🇫🇷\nTomorrow: 🌧️, 12°",
			text: "♠ K beats ♥ Q\n✓ vegan, ✗ nuts\nFinal: DE 2–1 FR\nTomorrow: cloud with rain, 12°",
		},
	},
	{
		kind: CONTENT,
		name: "an answer that is one emoji",
		source: "own; names of Unicode CLDR 48",
		raw: "👍🏽",
		text: "thumbs up",
	},
	{ kind: CONTENT, name: "an emoji without a name of ours", source: "own", raw: "🦥", text: "🦥" },
	{
		...{ kind: CONTENT, name: "prices are no formula", source: "run-llama/chat-ui#70" },
		...{ raw: "The product costs $10 and the discount is $5.", text: "The product costs $10 and the discount is $5." },
	},
	{
		...{ kind: MACHINERY, name: "a token that ends a turn", source: "moltis-org/moltis#306" },
		...{ raw: "Hello! How can I help you today?<|im_end|>", text: "Hello! How can I help you today?" },
	},
	{
		...{ kind: MACHINERY, name: "a token of the next role, and what follows", source: "Blaizzy/mlx-vlm#1932" },
		...{ raw: "A harbour at dusk.<|im_assistant|>assistant<|im_middle|>A harbour", text: "A harbour at dusk." },
	},
	{
		...{ kind: MACHINERY, name: "Gemma's end, and a question that it makes up", source: "apple/coreai-models#264" },
		...{ raw: "Four.<end_of_turn>\n<start_of_turn>user\nAnd five?", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "DeepSeek's full-width tokens", source: "sgl-project/sglang#12824" },
		...{ raw: "It is 4.<｜end▁of▁sentence｜><｜User｜>Thanks", text: "It is 4." },
	},
	{
		...{ kind: MACHINERY, name: "thinking in the answer's place", source: "QwenLM/qwen-code#10791" },
		...{ raw: "<thinking>The user asks for two and two.</thinking>\n\nFour.", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "the end of thinking alone", source: "sgl-project/sglang#36285" },
		...{
			raw: "Let me reconcile. Let's write the answer.</think>The root cause is heat.",
			text: "The root cause is heat.",
		},
	},
	{
		...{ kind: MACHINERY, name: "MiniMax's thinking", source: "NousResearch/hermes-agent#62680" },
		...{ raw: "<mm:think>two and two</mm:think>Four.", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "a thought that an answer speaks of", source: "nbramia/LifeOS#568" },
		...{ raw: "Use `<think>draft</think>` as the example tag.", text: "Use <think>draft</think> as the example tag." },
	},
	{
		...{ kind: MACHINERY, name: "a channel of Gemma 4", source: "paperclipai/paperclip#7719" },
		...{ raw: "<|channel>thought\nTwo and two.<channel|>Four.", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "a channel for remarks on a call", source: "odysseus-dev/odysseus#4522" },
		...{
			raw: '<|channel|>commentary to=functions.web_search<|message|>{"q":"x"}<|call|><|start|>assistant<|channel|>final<|message|>Four.',
			text: "Four.",
		},
	},
	{
		...{ kind: MACHINERY, name: "a channel that is called assistant", source: "tetherto/qvac#2803" },
		...{ raw: "<|channel|>assistant<|message|>Four.<|end|>", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "channels without their tokens", source: "oobabooga/textgen#7374" },
		...{ raw: "analysisWe need one word. The answer is four.assistantfinalFour.", text: "Four." },
	},
	{
		...{ kind: MACHINERY, name: "OpenThinker's thoughts and solution", source: "Infinitix-LLC/gpt_markdown#42" },
		...{
			raw: "<|begin_of_thought|>Two and two.<|end_of_thought|>\n<|begin_of_solution|>It is 4.<|end_of_solution|>",
			text: "It is 4.",
		},
	},
	{
		...{ kind: MACHINERY, name: "a call in DeepSeek's elements", source: "apmantza/pi-free#376" },
		...{ raw: "<｜DSML｜aio-webcontent>\n <url>https://example.com</url>\n</｜DSML｜aio-webcontent>", text: "" },
	},
	{
		...{ kind: MACHINERY, name: "calls in DeepSeek's elements, behind a word", source: "TokenRhythm/opensquilla#985" },
		...{
			raw: 'I will look.\n<｜DSML｜tool_calls>\n<｜DSML｜invoke name="exec_command">\n<｜DSML｜parameter name="cmd" string="true">ls</｜DSML｜parameter>\n</｜DSML｜invoke>\n</｜DSML｜tool_calls>',
			text: "I will look.",
		},
	},
	{
		...{ kind: MACHINERY, name: "a call in MiniMax's elements", source: "use-agent-os/agent-os#1515" },
		...{ raw: '<minimax:tool_call>\n<invoke name="x">\n</invoke>\n</minimax:tool_call>\nDone.', text: "Done." },
	},
	{
		...{ kind: MACHINERY, name: "a call as JSON alone", source: "github/app#2128" },
		...{ raw: '```json\n{"name": "get_time", "arguments": {}}\n```', text: "" },
	},
	{
		...{ kind: MACHINERY, name: "line ends as letters", source: "block/buzz#4891" },
		...{ raw: "Two things:\\n\\n- **milk**\\n- eggs", text: "Two things:\nmilk\neggs" },
	},
	{
		...{ kind: MACHINERY, name: "a string with an escape in code stays", source: "own" },
		...{ raw: 'In Python print("a.\\nb") prints two lines.', text: 'In Python print("a.\\nb") prints two lines.' },
	},
	{
		...{ kind: MACHINERY, name: "a fence around the whole answer", source: "yazinsai/OpenOats#617" },
		...{ raw: "```markdown\n## Answer\n**Drink** water.\n```", text: "Answer\nDrink water." },
	},
	{
		...{ kind: MACHINERY, name: "code whose quotes were escaped", source: "esengine/DeepSeek-Reasonix#658" },
		...{ raw: "```json\n{ &quot;apiKey&quot;: &quot;...&quot; }\n```", text: '{ "apiKey": "..." }' },
	},
	{
		...{ kind: MACHINERY, name: "entities of HTML", source: "justchokingaround/lobster#236" },
		...{ raw: "Tom&#39;s &frac12;&nbsp;cup &rarr; 120&deg; &hellip; &amp; done", text: "Tom's ½ cup → 120° … & done" },
	},
	{
		...{ kind: MACHINERY, name: "a terminal's colours, with and without their escape", source: "own" },
		...{ raw: "\u001b[31mRed\u001b[0m", text: "Red" },
	},
	{
		...{ kind: MACHINERY, name: "a diff that was asked for", source: "own" },
		...{ raw: "```diff\n@@ -1,3 +1,4 @@\n-old\n+new\n```", text: "@@ -1,3 +1,4 @@\n-old\n+new" },
	},
	{
		kind: MACHINERY,
		name: "a shell's redirection",
		source: "own",
		raw: "Add a line:\necho hi \\\n>> file",
		text: "Add a line:\necho hi \\\n>> file",
	},
	{
		kind: MACHINERY,
		name: "a comment of MATLAB",
		source: "own",
		raw: "A section begins so:\n%% note",
		text: "A section begins so:\n%% note",
	},
	{
		...{ kind: FORMULAS, name: "a sum, an integral, a root", source: "esengine/DeepSeek-Reasonix#2757" },
		...{
			raw: "\\(\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}\\), \\(\\int_0^1 x^2\\,dx = \\frac13\\), \\(\\sqrt[3]{27} = 3\\)",
			text: "Σ(i=1…n) i = (n(n+1))/2, ∫(0…1) x² dx = 1/3, ∛27 = 3",
		},
	},
	{ kind: FORMULAS, name: "an index of two terms", source: "own", raw: "$a_{n+1} = 2a_n$", text: "a_(n+1) = 2a_n" },
	{
		...{ kind: FORMULAS, name: "delimiters that lost their backslash", source: "sandsaber/Grimoire#91" },
		...{
			raw: "真实的极值点 ((x,y)\\neq(0,0))\n[\n\\lambda=-3\\pm2\\sqrt2.\n]",
			text: "真实的极值点 ((x,y)≠(0,0))\nλ=-3±2√2.",
		},
	},
	{
		...{ kind: FORMULAS, name: "aligned lines", source: "open-webui/open-webui#410" },
		...{
			raw: "\\begin{aligned} \\text{Predict:} & x_{k} = f(x_{k-1}) + w_k \\\\ \\text{Update:} & y_{k} = h(x_{k}) + v_k \\end{aligned}",
			text: "Predict: x_k = f(x_(k-1)) + w_k\nUpdate: y_k = h(x_k) + v_k",
		},
	},
	{
		...{ kind: FORMULAS, name: "a matrix on lines of its own", source: "open-webui/open-webui#3122" },
		...{
			raw: "\\[\n\\begin{pmatrix}\n\\cos(\\theta) & -\\sin(\\theta) \\\\\n\\sin(\\theta) & \\cos(\\theta)\n\\end{pmatrix}\n\\]",
			text: "(cos(θ), -sin(θ); sin(θ), cos(θ))",
		},
	},
	{
		...{ kind: FORMULAS, name: "a boxed result", source: "Mintplex-Labs/anything-llm#5768" },
		...{ raw: "So \\(x = \\boxed{\\frac{3}{4}}\\).", text: "So x = 3/4." },
	},
	{
		...{ kind: FORMULAS, name: "dollars glued to words", source: "esengine/DeepSeek-Reasonix#3666" },
		...{ raw: "decomposes as$$\n\\mathbf{6} \\otimes \\mathbf{2}\n$$", text: "decomposes as 6 ⊗ 2" },
	},
	{
		kind: FORMULAS,
		name: "a half of x is no fraction with 2x under it",
		source: "own",
		raw: "$y = \\frac{1}{2}x$",
		text: "y = (1/2)x",
	},
];

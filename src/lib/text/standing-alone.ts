/**
 * Whether a common noun (示范区, 启动区) stands for the zone: no other word narrows it. 产教融合示范区 is another thing, 服务示范区发展 is not.
 * Judged by the words before it, because Chinese puts there what narrows a noun.
 */
const narrowing = /(?:融合|旅游|先行|转化|振兴|富裕|农业|产业|文明|试验|试点|科技|经济|文化|生态|绿色|低碳|贸易|消费|品质|产权|循环|节约|集约|开发|数据|智能|航运|金融|产教|双创|教育|养老|医养|健康|园区|片区|新区|新城|走廊|城市|公园|乡村|农村|高新|精品|样板|典型|一流|国家|全国|全域|生活|共富|品牌|宜居|幸福|和谐|法治|平安|诚信|营商|友好|集聚|枢纽|物流|口岸|海洋|湿地|节水|水利|海绵|无废|低空|能源|制造|文旅|体育|运动|医药|科创|科教|人才|零碳|碳中和|业|区域|城乡|地区|自主|自贸|(?<!一体|[深优强细美量活固净])化|级|型|类|性)$/;
/** Words that narrow a noun or govern it as a verb: what stands before them decides. */
const twofold = /(?:创新|发展|建设|改革|保护|服务|治理|开放|引领|合作|应用|管理|推广|实践|综合|利用|改造|整治|修复)$/;
/** After these a verb follows, not a noun that narrows. */
const leading = /(?:率先|加快|积极|持续|不断|共同|合力|合作|推动|推进|促进|支持|着力|全面|协同|参与|深入|进一步|联合|统筹|加强|要|来|以|将|和|与|并|及|或|的|了|为|于|对|在|等|更好|复制|组织|研究|监督|指导|配合|保障|保证|确保|围绕|聚焦|按照|根据|协调|规范|大力|稳步|有序|全力|主动|有效|有力|方案|政策|省市|三省|一市)$/;

/** So common that any noun before it narrows it: 软件园启动区. */
const anyNoun = /^(?:启动区|协调区|数据中心集群)$/;

export function standsAlone(text: string, start: number, end: number): boolean {
	const before = text.slice(Math.max(0, start - 14), start).replace(/^[\s\S]*[^\p{Script=Han}]/u, '');
	const after = text[end] ?? '';
	// “示范区”: a role in quotes, unless a bracket gives it as a name.
	if (/[“"「『]$/.test(text[start - 1] ?? '') && !/[(称为]/.test(text.slice(Math.max(0, start - 6), start))) return false;
	// 现代化的引领区和区域一体化发展的示范区: a role that a region is to play.
	if (before.endsWith('的') && !/\p{Script=Han}/u.test(after)) return false;
	if (/[区地极][、和]$/.test(text.slice(Math.max(0, start - 2), start)) && !/\p{Script=Han}/u.test(after)) return false;
	if (narrowing.test(before)) return false;
	const noun = twofold.exec(before);
	if (noun === null) return before === '' || !anyNoun.test(text.slice(start, end)) || leading.test(before) || before.endsWith('示范区');
	const rest = before.slice(0, -noun[0].length);
	return rest === '' ? !/[”"’]$/.test(text[start - noun[0].length - 1] ?? '') : leading.test(rest);
}

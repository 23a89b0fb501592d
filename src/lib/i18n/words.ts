/**
 * Words that stand as ids in the data and that the interface says in both languages: what a quantity is about, finer kinds of projects,
 * themes of indicators, kinds of milestones. A test finds a word of the data that has none here.
 */
import type { Lang } from './lang.ts';

const words: Record<string, readonly [zh: string, en: string]> = {
	length: ['长度', 'Length'], area: ['面积', 'Area'], 'water-area': ['水域面积', 'Water area'], investment: ['投资', 'Investment'], count: ['数量', 'Count'], duration: ['工期', 'Duration'], height: ['高程', 'Height'],
	'flood-standard': ['防洪标准', 'Flood standard'], volume: ['体积', 'Volume'], capacity: ['能力', 'Capacity'], supply: ['供水', 'Supply'], people: ['人口', 'People'], 'floor-area': ['建筑面积', 'Floor area'], distance: ['距离', 'Distance'],
	speed: ['速度', 'Speed'], width: ['宽度', 'Width'], 'travel-time': ['行程时间', 'Travel time'], pue: ['PUE', 'PUE'], 'rack-use': ['上架率', 'Rack use'], fund: ['专项资金', 'Fund'], 'turnover-period': ['周转期', 'Turnover period'],
	'permit-term': ['许可期限', 'Permit term'], 'development-model': ['开发模式', 'Development model'], shareholding: ['股权', 'Shareholding'], 'project-list-span': ['项目清单年限', 'Span of the project list'], 'works-start': ['开工', 'Start of works'],
	standards: ['标准', 'Standards'], 'policy-points': ['政策条数', 'Policy points'], branches: ['分支机构', 'Branches'], 'red-packets': ['红包', 'Red packets'], institutions: ['机构', 'Institutions'], services: ['服务', 'Services'], firms: ['企业', 'Firms'],
	'voucher-amount': ['创新券金额', 'Voucher amount'], 'services-qingpu': ['青浦事项', 'Services, Qingpu'], 'services-wujiang': ['吴江事项', 'Services, Wujiang'], 'services-jiashan': ['嘉善事项', 'Services, Jiashan'], residents: ['常住居民', 'Residents'],
	'key-fields': ['重点领域', 'Key fields'], innovations: ['制度创新', 'Innovations'], 'innovations-expected': ['预期制度创新', 'Innovations expected'], 'coordination-area': ['规划协调区', 'Coordination area'], established: ['揭牌', 'Established'],
	positioning: ['定位', 'Positioning'], province: ['省（市）', 'Province'], population: ['人口', 'Population'], 'construction-land': ['建设用地', 'Construction land'], 'blue-green-share': ['蓝绿空间占比', 'Blue-green share'], structure: ['结构', 'Structure'],
	'structure-point': ['一点', 'Point'], 'structure-core': ['一心', 'Core'], 'structure-gardens': ['园', 'Gardens'], 'structure-districts': ['区', 'Districts'], 'structure-paths': ['道', 'Paths'], 'idea-proposed': ['设想提出', 'Idea proposed'],
	'detailed-plan': ['详细规划', 'Detailed plan'], 'meeting-point': ['交会处', 'Meeting point'], 'located-on': ['位于', 'Located on'], 'one-heart': ['一心', 'One heart'], 'three-chains': ['三链', 'Three chains'], 'two-cores': ['两核', 'Two cores'], form: ['形态', 'Form'],
	from: ['起点', 'From'], to: ['终点', 'To'], dug: ['开挖', 'Dug'], role: ['功能', 'Role'], shoreline: ['岸线', 'Shoreline'], 'mean-depth': ['平均水深', 'Mean depth'], 'treated-with': ['一并治理', 'Treated with'], 'works-length': ['整治长度', 'Length of works'],
	lakes: ['湖荡', 'Lakes'], channels: ['河道', 'Channels'], 'axis-length': ['轴线长度', 'Axis length'], 'loop-length': ['环线长度', 'Loop length'], 'bounded-by': ['四至', 'Bounded by'], 'named-lakes': ['所含湖荡', 'Named lakes'], metro: ['地铁', 'Metro'],
	'innovation-centre-area': ['科创中心面积', 'Innovation centre area'], hub: ['枢纽', 'Hub'],
	ecology: ['生态', 'Ecology'], 'flood-control': ['防洪', 'Flood control'], 'low-carbon': ['低碳', 'Low carbon'], environment: ['环境治理', 'Environment'], 'water-supply': ['供水', 'Water supply'], 'culture-and-exhibition': ['文化展览', 'Culture and exhibition'],
	innovation: ['科创', 'Innovation'], road: ['道路', 'Road'], 'high-speed-rail': ['高速铁路', 'High-speed rail'], 'rail-station': ['铁路车站', 'Rail station'], 'intercity-rail': ['城际铁路', 'Intercity rail'], 'suburban-rail': ['市域铁路', 'Suburban rail'],
	'road-link': ['省界断头路对接', 'Cross-border road link'], waterway: ['航道', 'Waterway'], railway: ['铁路', 'Railway'], expressway: ['高速公路', 'Expressway'], 'river-crossing': ['过江通道', 'River crossing'], port: ['港口', 'Port'], airport: ['机场', 'Airport'], energy: ['能源', 'Energy'],
	voltage: ['电压', 'Voltage'], 'waterway-class': ['航道等级', 'Waterway class'], industry: ['产业', 'Industry'], digital: ['数字设施', 'Digital'], health: ['医疗', 'Health'], education: ['教育', 'Education'],
	transport: ['交通', 'Transport'], land: ['土地', 'Land'], economy: ['经济', 'Economy'], water: ['水环境', 'Water'], air: ['空气', 'Air'], 'project-progress': ['项目进展', 'Project progress'], 'water-section-baseline': ['断面历史样本', 'Section samples'],
	governance: ['治理', 'Governance'], 'public-service': ['公共服务', 'Public services'], culture: ['文化', 'Culture'], 'province-target': ['江苏全省目标', 'Jiangsu-wide targets'],
	'river-health': ['河湖健康', 'River and lake health'], 'product-value': ['生态产品价值', 'Ecological product value'], compensation: ['生态补偿', 'Ecological compensation'], 'development-index': ['发展指数', 'Development index'],
	agriculture: ['农业', 'Agriculture'], alliance: ['联盟', 'Alliance'], finance: ['金融', 'Finance'], mechanism: ['机制', 'Mechanism'], platform: ['平台', 'Platform'], 'port-rail': ['进港铁路', 'Port railway'],
	rural: ['乡村振兴', 'Rural revitalisation'], service: ['服务', 'Service'], 'spatial-plan': ['空间规划', 'Spatial plan'], 'town-circle': ['跨省城镇圈', 'Cross-province town circle'], 'town-cooperation': ['跨省市城镇合作', 'Cross-province town cooperation'],
	project: ['项目', 'Project'], policy: ['政策', 'Policy'], plan: ['规划', 'Plan'], law: ['立法', 'Law'], due: ['到期', 'Due']
};

export const hasWord = (word: string): boolean => word in words;
/** The word in the language of the page; the id itself where there is none. */
export const wordOf = (lang: Lang, word: string): string => words[word]?.[lang === 'zh' ? 0 : 1] ?? word;

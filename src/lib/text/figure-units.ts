/** Units of figures in policy texts, as printed: sources of regular expressions. */

/** 亿 in 亿元, 千 in 千伏, 万 in 万人次. */
const scale = '[百千万亿]{0,2}';
const anyOf = (words: string): string => `(?:${words.split(' ').toSorted((a, b) => b.length - a.length).join('|')})`;

/** Any number before one is a figure. */
const measures = '元 美元 欧元 平方公里 平方千米 平方米 立方米 公里 公顷 公斤 克 毫克 微克 亩 瓦时 瓦 兆瓦 吉瓦 伏 米 厘米 毫米 海里 吨 吨级 吨标准煤 吨标煤 标箱 标准箱 小时 分钟 秒 天 个工作日 工作日 个月 个百分点 百分点 % ‰ 倍 岁 摄氏度 分贝 升 度电 周年 比特 km2 km m2 m3 m mg/L kV kW MW GW kWh GWh TEU Gbps Mbps';
/** A year as a length of time, not 三年行动计划, 五年规划 and not a date. */
const years = '年(?![级底末初代]|行动|规划|计划|攻坚|滚动|重点|建设|实施|工作|专项)';
/** Words of counting: after a Chinese numeral only where what follows can be counted. */
const counters = '个 项 家 条 处 座 所 名 户 件 艘 列 辆 台 套 台套 栋 幢 间 张 株 棵 头 批次 场 场次 次 类 种 宗 笔 篇 册 人 人次 人天 床 张床位 床位 辆次 车次 班次 航次 名额 组 村 公司';

export const measureUnit = `(?:${scale}${anyOf(measures)}(?:/${scale}${anyOf('平方公里 平方千米 平方米 立方米 公里 公顷 亩 人 吨 升 天 日 年 小时 千瓦时 元 户 L m3 km2')})?|${years})`;
export const counterUnit = `${scale}${anyOf(counters)}`;
/** After a Chinese numeral and 个, 项, 次: no count of things but a turn of speech. */
export const uncounted = /^(?:关键|方面|积极性|维护|意识|自信|全面|结合|层次|坚持|确保|转变|重点|目标|层面|阶段|领域|方向|环节|轮子|百年|清零|必须|务必|优势|确立|文明|统一|到位|办法|原则|根本|突出|健全|全覆盖|污染|创业|开发|供水|生|以上的|月|一)/;

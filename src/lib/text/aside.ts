/**
 * What stands around a document on a page: menus, share buttons, footers, file facts, captions, a table of contents. Set aside, never deleted:
 * each keeps its place in the text. Only whole lines go, and only short ones, so that no sentence of a policy can be lost to a word in it.
 */
import type { Aside } from '../domain/policy-text.ts';
import { findContents } from './contents.ts';
import { splitLines, wordsOf, type Range } from './lines.ts';

export interface Mark extends Range {
	kind: Aside['kind'];
}

/** First that matches counts. */
const kinds: readonly [Aside['kind'], RegExp][] = [
	['file-facts', /^[-*•]? ?(?:格式|大小|文档页数|文件大小|页数|下载次数|文档格式|上传时间|文件类型|文件格式) ?:/],
	['share', /^(?:分享按钮|分享到?[: ]?|分享至|扫一扫|微信扫码|长按识别|点赞|收藏本|在看|一键分享)|^(?:分享|收藏|点赞|转发|打印|关闭窗口|打印本页|关闭|微信|微博|QQ空间|豆瓣|朋友圈)(?:[ |/·](?:分享|收藏|点赞|转发|打印|关闭|关闭窗口|微信|微博|QQ空间|豆瓣|朋友圈))*$|^关注.{0,16}(?:微信|公众号)|(?:扫描|识别).{0,6}二维码/],
	['menu', /^(?:首页|网站首页|新闻中心|政务公开|政府信息公开|政策文件|通知公告|信息公开|办事服务|互动交流|返回顶部|返回首页|返回列表|返回|登录|注册|繁体|简体|English|无障碍(?:阅读|浏览)?|长者模式|适老版|网站地图|上一篇|下一篇|上一条|下一条|相关(?:链接|阅读|文章|附件下载)|热门推荐|推荐阅读)(?:[ |>:/].{0,40})?$/],
	['menu', /^(?:当前位置|您(?:现在)?的?(?:当前)?位置|所在位置)|^\[?字[号体] ?:|^浏览(?:次数|量)|^阅读(?:次数|量)|^点击(?:数|量|次数)|^访问量|(?:首页) ?(?:>|»|›|-|\/) ?\p{Script=Han}/u],
	['footer', /^copyright|^©|版权所有|ICP备|公网安备|技术支持$|^(?:技术支持|网站标识码|主办(?:单位)?|承办(?:单位)?|联系我们|网站声明|免责声明|(?:责任)?编辑|责编|校对|作者|审核|初审|终审|联系电话|电话|传真|邮箱|电子邮箱|邮编|邮政编码|地址|网址|建议使用|(?:信息|文章|稿件)?来源) ?:|^[(（]?(?:内容)?综合自|^[(（]来源/i],
	['other', /^(?:[-—–·] ?\d{1,4} ?[-—–·]|第 ?\d{1,4} ?页(?:[ ,/]*共 ?\d{1,4} ?页)?|\d{1,4} ?\/ ?\d{1,4}|page ?\d{1,4}(?: ?of ?\d{1,4})?)$/i],
	['caption', /^(?:图片|照片|图)(?:来源|为|说明| ?:)|^[▲△]|(?:摄影|供图|摄|资料图|资料图片)[)）]?$/]
];
const longest: Partial<Record<Aside['kind'], number>> = { footer: 90, caption: 60 };

/** Joined where they follow one another and are of one kind. In reading order. */
export function findAsides(text: string): Mark[] {
	const contents = findContents(text);
	const marks: Mark[] = contents.map((range) => ({ ...range, kind: 'contents' }));
	const isInContents = ({ from }: Range) => contents.some((range) => from >= range.from && from < range.to);
	for (const line of splitLines(text)) {
		const words = wordsOf(text, line);
		const kind = kinds.find(([name, pattern]) => words.length <= (longest[name] ?? 60) && pattern.test(words))?.[0];
		if (kind !== undefined && !isInContents(line)) marks.push({ ...line, kind });
	}
	return marks.toSorted((a, b) => a.from - b.from);
}

export const zh = {
	'subnav.timeline': '时间线',
	'facet.gap': '缺口',
	'gapfacet.places': '地点只随“缺口”筛选变化，大事不随筛选变化',
	'gapfacet.onmap.project': '在地图上看 {n} 个项目',
	'gapfacet.onmap.measure': '在地图上看 {n} 条措施',
	'gapfacet.onmap.indicator': '在地图上看 {n} 项指标',
	'gapfacet.onmap.place': '在地图上看 {n} 个地点',
	'gapfacet.default': '地图上的缺口按 {months} 个月计算。',
	'layer.gaps': '缺口数',
	'legend.gaps': '有缺口的记录数'
};

export const en: Record<keyof typeof zh, string> = {
	'subnav.timeline': 'Timeline',
	'facet.gap': 'Gaps',
	'gapfacet.places': 'Places follow the filter by gap alone; milestones follow none',
	'gapfacet.onmap.project': 'See {n} projects on the map',
	'gapfacet.onmap.measure': 'See {n} measures on the map',
	'gapfacet.onmap.indicator': 'See {n} indicators on the map',
	'gapfacet.onmap.place': 'See {n} places on the map',
	'gapfacet.default': 'On the map gaps are counted with {months} months.',
	'layer.gaps': 'Gaps per place',
	'legend.gaps': 'Records with a gap'
};

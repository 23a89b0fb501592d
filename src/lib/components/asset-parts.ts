/** What the explore page needs of plugged-in layers, loaded with the first of them: a page without pays nothing. */
import { Inventories } from '../state/inventories.svelte.ts';
import type { Workspace } from '../state/workspace.svelte.ts';
import AssetFilter from './AssetFilter.svelte';
import AssetLegend from './AssetLegend.svelte';
import AssetPanel from './AssetPanel.svelte';
import AssetRows from './AssetRows.svelte';
import AssetTable from './AssetTable.svelte';

export interface AssetRoom {
	shelf: Inventories;
	parts: { AssetFilter: typeof AssetFilter; AssetLegend: typeof AssetLegend; AssetPanel: typeof AssetPanel; AssetRows: typeof AssetRows; AssetTable: typeof AssetTable };
}
export const openAssetRoom = (workspace: Workspace): AssetRoom => ({ shelf: new Inventories(workspace), parts: { AssetFilter, AssetLegend, AssetPanel, AssetRows, AssetTable } });

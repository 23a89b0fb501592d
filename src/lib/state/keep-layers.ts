/** The plugged-in layers of a briefing that is shown stay for the time without a server. Without a worker nothing is kept. */
export const keepLayers = (ids: readonly string[]): void => navigator.serviceWorker?.controller?.postMessage({ type: 'keep layers', ids });

/** The page around an embedded map: words go to it and come from it only where its origin is allowed. `null` where the map is not framed. */

export interface HostFrame {
	send(message: unknown): void;
	/** Ends with the returned call. */
	listen(hear: (data: unknown) => void): () => void;
}

/** `origins` are those of the server's setting; the app's own is always among the allowed. */
export function openHostFrame(own: Window, origins: readonly string[]): HostFrame | null {
	const host = own.parent;
	if (host === own) return null;
	const allowed = new Set([own.location.origin, ...origins]);
	// A browser that names the frames above is not asked to try each: a failed try is an error in the reader's console.
	const above = own.location.ancestorOrigins?.[0];
	const targets = above === undefined ? [...allowed] : [...allowed].filter((origin) => origin === above);
	return {
		send: (message) => targets.forEach((origin) => host.postMessage(message, origin)),
		listen(hear) {
			const listener = ({ source, origin, data }: MessageEvent<unknown>) => {
				if (source === host && allowed.has(origin)) hear(data);
			};
			own.addEventListener('message', listener);
			return () => own.removeEventListener('message', listener);
		}
	};
}

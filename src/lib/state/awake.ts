/** Keeps the screen on while a briefing is shown, where the browser can (https or localhost); taken again after another window stood in front. Ends with the returned call. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | null = null;
	let isOver = false;
	const take = async (): Promise<void> => {
		if (isOver || document.visibilityState !== 'visible' || (lock && !lock.released)) return;
		try {
			lock = await navigator.wakeLock.request('screen');
			if (isOver) await lock.release();
		} catch {
			// Refused, as on a low battery: the next return to the window asks again.
		}
	};
	const onreturn = (): void => void take();
	if (!('wakeLock' in navigator)) return () => {};
	document.addEventListener('visibilitychange', onreturn);
	void take();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', onreturn);
		void lock?.release();
	};
}

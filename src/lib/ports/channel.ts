/** Words between the windows of one reader: the show on the big screen and the presenter's window beside the notes. */
export interface Channel<Message> {
	send(message: Message): void;
	/** Ends with the returned call. */
	listen(hear: (message: Message) => void): () => void;
	close(): void;
}

export function createChannel<Message>(name: string): Channel<Message> {
	const channel = new BroadcastChannel(name);
	return {
		send: (message) => channel.postMessage(message),
		listen: (hear) => {
			const listener = (event: MessageEvent<Message>) => hear(event.data);
			channel.addEventListener('message', listener);
			return () => channel.removeEventListener('message', listener);
		},
		close: () => channel.close()
	};
}

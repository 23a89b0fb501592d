/**
 * `meets`: no farther apart than both accuracies allow; `crosses`: one enters the area of the other, or two lines meet; `inside`: the first lies
 * wholly within the area of the second; `holds`: the other way round.
 */
export type How = 'near' | 'meets' | 'crosses' | 'inside' | 'holds';
/** other id, metres (whole), how */
export type Neighbour = [id: string, metres: number, how: How];
/** For each located place (or `project:id` with coordinates of its own) its neighbours, nearest first. */
export type Relations = Record<string, Neighbour[]>;

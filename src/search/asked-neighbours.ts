import { informationOf } from './query-unit.ts';

/** Where one word or pair occurs: places of tickets, in no order. */
interface Places {
  slots: Uint32Array;
  count: number;
}

interface Neighbour {
  slot: number;
  /** Cosine of what the two texts hold, weighed by information, 0 to 1. */
  likeness: number;
}

/** A word of a message with the tickets it occurs in. */
interface Worth {
  word: number;
  information: number;
  places: Places | undefined;
}

/** Most places looked at for one message; what is left is too common to tell tickets apart. */
const mostPlaces = 40_000;
/** How many of the most alike tickets are compared in full. */
const mostCompared = 256;
const none: Places = { slots: new Uint32Array(0), count: 0 };

/**
 * Finds the texts most like a message by the rare words they share, through an inverted index in typed arrays: what a
 * message costs follows its informative words, however many texts there are.
 */
export class AskedNeighbours {
  private readonly places = new Map<number, Places>();
  private readonly texts: (Uint32Array | undefined)[] = [];
  private readonly free: number[] = [];
  private shared = new Float32Array(0);
  /** Information of all a text holds, as it was when `masses` were last worked out. */
  private masses = new Float32Array(0);
  private massSize = 0;
  private size = 0;

  /** Adds a text, and gives the slot it has from now on. */
  add(words: Uint32Array): number {
    const slot = this.free.pop() ?? this.texts.length;
    this.texts[slot] = words;
    this.size++;
    if (slot >= this.shared.length) this.grow();
    for (const word of words) {
      const places = this.places.get(word) ?? { slots: new Uint32Array(1), count: 0 };
      if (places.count === places.slots.length) {
        const larger = new Uint32Array(2 * places.count);
        larger.set(places.slots);
        places.slots = larger;
      }
      places.slots[places.count++] = slot;
      this.places.set(word, places);
    }
    this.masses[slot] = this.massOf(words);
    return slot;
  }

  /** Takes a text out. */
  remove(slot: number): void {
    for (const word of this.texts[slot] ?? []) {
      const places = this.places.get(word) ?? none;
      const at = places.slots.subarray(0, places.count).indexOf(slot);
      if (at >= 0) places.slots[at] = places.slots[--places.count] ?? 0;
      if (places.count === 0) this.places.delete(word);
    }
    this.texts[slot] = undefined;
    this.free.push(slot);
    this.size--;
  }

  /** The texts most like a message, in no order. */
  near(words: Uint32Array): Neighbour[] {
    this.keepMasses();
    const worths = [...words].map((word): Worth => {
      const places = this.places.get(word);
      return { word, information: informationOf(places?.count ?? 0, this.size), places };
    });
    worths.sort((one, other) => other.information - one.information || one.word - other.word);
    const total = worths.reduce((sum, { information }) => sum + information, 0);
    let looked = 0;
    const common = new Map<number, number>();
    const touched: number[] = [];
    for (const { word, information, places = none } of worths) {
      looked += places.count;
      if (looked > mostPlaces && touched.length > 0) common.set(word, information);
      else this.addUp(places, information, touched);
    }
    return this.compare(touched, total, common);
  }

  private addUp({ slots, count }: Places, information: number, touched: number[]): void {
    const { shared } = this;
    for (let at = 0; at < count; at++) {
      const slot = slots[at] ?? 0;
      if (shared[slot] === 0) touched.push(slot);
      shared[slot] = (shared[slot] ?? 0) + information;
    }
  }

  private compare(touched: number[], total: number, common: Map<number, number>): Neighbour[] {
    const found = touched.map((slot): Neighbour => {
      const likeness = (this.shared[slot] ?? 0) / Math.sqrt(Math.max(total * (this.masses[slot] ?? 0), 1e-9));
      this.shared[slot] = 0;
      return { slot, likeness };
    });
    found.sort((one, other) => other.likeness - one.likeness || one.slot - other.slot);
    const best = found.slice(0, mostCompared);
    if (common.size === 0) return best;
    return best.map(({ slot, likeness }) => {
      let rest = 0;
      for (const word of this.texts[slot] ?? []) rest += common.get(word) ?? 0;
      return {
        slot,
        likeness: likeness + rest / Math.sqrt(Math.max(total * (this.masses[slot] ?? 0), 1e-9)),
      };
    });
  }

  private grow(): void {
    const length = Math.max(64, 2 * this.shared.length);
    this.shared = new Float32Array(length);
    const masses = new Float32Array(length);
    masses.set(this.masses);
    this.masses = masses;
  }

  private massOf(words: Uint32Array): number {
    let mass = 0;
    for (const word of words) mass += informationOf(this.places.get(word)?.count ?? 0, this.size);
    return mass;
  }

  /** Information changes slowly as texts come and go, so masses are worked out again when a tenth of them did. */
  private keepMasses(): void {
    if (Math.abs(this.size - this.massSize) * 10 <= this.massSize) return;
    this.texts.forEach((words, slot) => {
      if (words) this.masses[slot] = this.massOf(words);
    });
    this.massSize = this.size;
  }
}

// Messages that did not get through. Those the network lost are sent once when it is back.

const SAME = 0.6; // of the words: what is private is masked on the way

export class Outbox {
  constructor(memory) {
    this.memory = memory;
    // What a reload brought back may have got through before it.
    this.items = memory.outbox.map((item) => ({ ...item, tried: true }));
  }

  get waiting() {
    return this.items.filter((item) => item.tried);
  }

  add(item) {
    if (!this.items.includes(item)) this.items.push(item);
    this.#keep();
  }

  take(item) {
    this.items = this.items.filter((each) => each !== item);
    this.#keep();
  }

  // One more message is known to have arrived: the others come after it.
  moveOn() {
    for (const item of this.items) item.after += 1;
    this.#keep();
  }

  clear() {
    this.items = [];
  }

  #keep() {
    this.memory.keep({ outbox: this.waiting.map(({ text, body, after, reason }) => ({ text, body, after, reason })) });
  }
}

// Whether the server has a message that we did not hear back about: among what was said after we last knew.
export function hasArrived(item, messages) {
  const later = messages.filter((message) => message.said_by === "person").slice(item.after);
  return later.some((message) => isSame(item.text, message.text));
}

function isSame(sent, kept) {
  const words = sent.split(/\s+/);
  const there = new Set(kept.split(/\s+/));
  return words.filter((word) => there.has(word)).length >= SAME * words.length;
}

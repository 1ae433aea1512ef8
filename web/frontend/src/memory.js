// What is kept on the device: one record for each site, in this tab alone, and nothing before the first message.

export class Memory {
  constructor(site, storage = sessionStore()) {
    this.key = `bovett:${site}`;
    this.storage = storage;
    this.record = this.#read();
  }

  #read() {
    try {
      const found = JSON.parse(this.storage.getItem(this.key));
      return found && typeof found === "object" ? found : {};
    } catch {
      return {}; // storage is blocked: the conversation then lives as long as the page
    }
  }

  get conversation() {
    return this.record.id && this.record.token ? { id: this.record.id, token: this.record.token } : null;
  }

  get outbox() {
    return Array.isArray(this.record.outbox) ? this.record.outbox : [];
  }

  // After leaving nothing may come back, whatever is still under way.
  close() {
    this.forget();
    this.closed = true;
  }

  keep(changes) {
    if (this.closed) return;
    this.record = { ...this.record, ...changes };
    // A choice such as the text size is kept with a conversation, never before one.
    if (!this.conversation && !this.outbox.length) return;
    try {
      this.storage.setItem(this.key, JSON.stringify(this.record));
    } catch {
      // see #read
    }
  }

  forget() {
    this.record = {};
    try {
      this.storage.removeItem(this.key);
    } catch {
      // see #read
    }
  }
}

function sessionStore() {
  try {
    return window.sessionStorage;
  } catch {
    return null; // blocked by the browser's settings
  }
}

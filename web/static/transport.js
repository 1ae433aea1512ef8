// Talking to the chat API. No DOM here; errors carry what the person should see.

const API = "/api/v1/conversations";
const KEY = "bovett-conversation";

export class TransportError extends Error {
  constructor(message, status, replies) {
    super(message);
    this.status = status;
    this.replies = replies || [];
  }
}

export class Transport {
  constructor(storage, locale) {
    this.storage = storage;
    this.locale = locale;
    this.conversation = this.#stored();
  }

  #stored() {
    try {
      return JSON.parse(this.storage.getItem(KEY)) || null;
    } catch {
      return null; // storage is blocked: the conversation then lives as long as the page
    }
  }

  #store(conversation) {
    this.conversation = conversation;
    try {
      if (conversation) this.storage.setItem(KEY, JSON.stringify(conversation));
      else this.storage.removeItem(KEY);
    } catch {
      // see #stored
    }
  }

  async #call(path, method, body) {
    const headers = { "Content-Type": "application/json" };
    if (this.conversation) headers.Authorization = `Bearer ${this.conversation.token}`;
    let response;
    try {
      response = await fetch(API + path, { method, headers, body: body && JSON.stringify(body) });
    } catch {
      throw new TransportError("", 0, []);
    }
    const data = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) throw new TransportError(data.error?.message || "", response.status, data.replies);
    return data;
  }

  async #start() {
    const started = await this.#call("", "POST", { locale: this.locale });
    this.#store({ id: started.conversation_id, token: started.token });
  }

  // Nothing is stored anywhere before the first message.
  async send(body) {
    if (!this.conversation) await this.#start();
    try {
      return await this.#call(`/${this.conversation.id}/messages`, "POST", body);
    } catch (error) {
      if (error.status !== 401) throw error;
      this.#store(null); // the conversation has run out: begin a new one with the same message
      await this.#start();
      return this.#call(`/${this.conversation.id}/messages`, "POST", body);
    }
  }

  async resume() {
    if (!this.conversation) return [];
    try {
      const transcript = await this.#call(`/${this.conversation.id}`, "GET");
      return transcript.messages.slice(1); // the greeting is shown by the page itself
    } catch (error) {
      if (error.status === 401) this.#store(null);
      return [];
    }
  }

  rate(replyId, helpful) {
    return this.#call(`/${this.conversation.id}/feedback`, "POST", { reply_id: replyId, helpful });
  }

  async erase() {
    if (!this.conversation) return;
    try {
      await this.#call(`/${this.conversation.id}`, "DELETE");
    } catch (error) {
      if (error.status !== 401) throw error; // 401: it is gone already
    }
    this.#store(null);
  }
}

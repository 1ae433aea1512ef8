// Talking to the chat API. No DOM here; errors carry what the person should see.

const API = "/api/v1/conversations";

export class TransportError extends Error {
  constructor(message, status, replies) {
    super(message);
    this.status = status; // 0: nothing came back
    this.replies = Array.isArray(replies) ? replies : [];
  }
}

export async function readJson(address) {
  const response = await fetch(address, { credentials: "omit" });
  if (!response.ok) throw new TransportError("", response.status);
  return response.json();
}

export class Transport {
  constructor(base, site, memory) {
    this.base = base;
    this.site = site;
    this.memory = memory;
    this.leaving = new AbortController();
  }

  // What is under way is broken off. A conversation that the server begins all the same is empty, and runs out by itself.
  leave() {
    this.leaving.abort();
  }

  async #call(path, method, body, more = {}) {
    const headers = { "Content-Type": "application/json" };
    const conversation = this.memory.conversation;
    if (conversation) headers.Authorization = `Bearer ${conversation.token}`;
    let response;
    try {
      response = await fetch(this.base + API + path, {
        method, headers, body: body && JSON.stringify(body), credentials: "omit", signal: this.leaving.signal, ...more,
      });
    } catch {
      throw new TransportError("", 0);
    }
    const data = response.status === 204 ? {} : await response.json().catch(() => ({}));
    if (!response.ok) throw new TransportError(data.error?.message || "", response.status, data.replies);
    return data;
  }

  async #start(locale) {
    const started = await this.#call("", "POST", { locale, site: this.site });
    if (!started.token) throw new TransportError("", 200);
    this.memory.keep({ id: started.conversation_id, token: started.token, locale });
  }

  // Nothing is stored anywhere before the first message.
  async send(body) {
    if (!this.memory.conversation) await this.#start(body.locale);
    try {
      return await this.#message(body);
    } catch (error) {
      if (error.status !== 401) throw error;
      this.memory.keep({ id: null, token: null }); // it has run out: begin a new one with the same message
      await this.#start(body.locale);
      return this.#message(body);
    }
  }

  async #message(body) {
    const answer = await this.#call(`/${this.memory.conversation.id}/messages`, "POST", body);
    if (!Array.isArray(answer.replies)) throw new TransportError("", 200); // a page of the network's, not ours
    return answer.replies;
  }

  // Everything said, without the greeting, which is shown by the page itself; null when there is no conversation.
  async transcript() {
    if (!this.memory.conversation) return null;
    try {
      const found = await this.#call(`/${this.memory.conversation.id}`, "GET");
      return Array.isArray(found.messages) ? found.messages.slice(1) : [];
    } catch (error) {
      if (error.status !== 401) throw error;
      this.memory.forget();
      return null;
    }
  }

  // Whether a helper may read along, and until when: {ends_at}.
  showing() {
    return this.#showing("GET");
  }

  // A new link for a helper: {url, ends_at, code}.
  show(locale) {
    return this.#showing("POST", { locale });
  }

  stopShowing() {
    return this.#showing("DELETE");
  }

  #showing(method, body) {
    if (!this.memory.conversation) return Promise.reject(new TransportError("", 0));
    return this.#call(`/${this.memory.conversation.id}/showing`, method, body);
  }

  rate(replyId, helpful, comment) {
    const body = { reply_id: replyId, helpful, ...(comment ? { comment } : {}) };
    return this.#call(`/${this.memory.conversation.id}/feedback`, "POST", body);
  }

  // `leaving`: the page goes away meanwhile, and the request must outlive it.
  async erase({ leaving = false } = {}) {
    if (!this.memory.conversation) return;
    try {
      await this.#call(`/${this.memory.conversation.id}${leaving ? "?leaving=1" : ""}`, "DELETE", undefined, { keepalive: leaving, signal: undefined });
    } catch (error) {
      if (error.status !== 401) throw error; // 401: it is gone already
    }
  }
}

// Tabs with the same site tell each other what happens to the conversation that they share.

export class Tabs {
  constructor(site, told) {
    try {
      this.channel = new BroadcastChannel(`bovett:${site}`);
    } catch {
      return; // blocked, as storage may be
    }
    this.channel.addEventListener("message", ({ data }) => {
      const act = typeof data?.is === "string" && Object.hasOwn(told, data.is) && told[data.is];
      if (act) act(data);
    });
  }

  tell(is, more = {}) {
    try {
      this.channel?.postMessage({ is, ...more });
    } catch {
      // closed
    }
  }

  close() {
    this.channel?.close();
  }
}

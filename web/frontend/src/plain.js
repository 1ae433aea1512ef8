// A reply as plain text: to copy, to print, and in the transcript.

export function replyText(reply, words) {
  const parts = [];
  if (reply.myth) parts.push(reply.myth);
  if (reply.article) parts.push(reply.article.title);
  parts.push(reply.text);
  const contacts = (reply.contacts || []).map((contact) =>
    [contact.name, contact.phone && words.phone(contact.phone), contact.url, contact.hours].filter(Boolean).join(", "),
  );
  if (contacts.length) parts.push(listed(words.say("chat.contacts"), contacts));
  const citations = (reply.citations || []).map((citation) => `${citation.ref} – ${citation.url}`);
  if (citations.length) parts.push(listed(words.say("chat.citations"), citations));
  return parts.filter(Boolean).join("\n\n");
}

function listed(heading, lines) {
  return [`${heading}:`, ...lines.map((line) => `- ${line}`)].join("\n");
}

export function transcriptText(history, words) {
  const head = `${words.say("chat.title")} – ${new Date().toISOString().slice(0, 10)}`;
  const said = history.map((item) =>
    item.reply ? `${words.say("chat.bot")}:\n${replyText(item.reply, words)}` : `${words.say("chat.you")}:\n${item.text}`,
  );
  return `${[head, ...said].join("\n\n----\n\n")}\n`;
}

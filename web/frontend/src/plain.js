// A reply as plain text: to copy, to print, and in the transcript.
import { link } from "./dom.js";

// `base`: where the server is, for the addresses of letters and dates.
export function replyText(reply, words, base) {
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
  const attachments = (reply.attachments || []).map(({ title, url }) => `${title} – ${link(url, title, base).href}`);
  if (attachments.length) parts.push(listed(words.say("chat.attachments"), attachments));
  return parts.filter(Boolean).join("\n\n");
}

function listed(heading, lines) {
  return [`${heading}:`, ...lines.map((line) => `- ${line}`)].join("\n");
}

// The official words, unfolded: in a file there is nothing to fold up.
function lawText(reply, words) {
  const texts = (reply.law_text || []).map((text) =>
    [
      [text.ref, text.heading].filter(Boolean).join(". "), ...text.paragraphs, ...text.footnotes,
      `${words.say("chat.law_since", { date: words.day(text.as_of) })} ${text.attribution}`,
    ].join("\n"),
  );
  return texts.length ? [`${words.say("chat.law_text")}:`, ...texts] : [];
}

function whole(reply, words, base) {
  return [replyText(reply, words, base), ...lawText(reply, words)].join("\n\n");
}

export function transcriptText(history, words, base) {
  const head = `${words.say("chat.title")} – ${new Date().toISOString().slice(0, 10)}`;
  const said = history.map((item) =>
    item.reply ? `${words.say("chat.bot")}:\n${whole(item.reply, words, base)}` : `${words.say("chat.you")}:\n${item.text}`,
  );
  return `${[head, ...said].join("\n\n----\n\n")}\n`;
}

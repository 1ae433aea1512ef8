// Fills the form of a letter from what stands after the # of the address. A browser never sends that part to a server.

const fields = [...document.querySelectorAll("[data-field]")];
const given = new URLSearchParams(window.location.hash.slice(1));
const named = fields.filter((field) => given.has(field.name));

for (const field of named) {
  const value = given.get(field.name);
  if (field.type === "checkbox") field.checked = !["", "0", "false"].includes(value);
  else field.value = field.maxLength > 0 ? value.slice(0, field.maxLength) : value;
}

// What was told must not stay in the history of a shared telephone.
if (named.length) window.history.replaceState(null, "", window.location.pathname + window.location.search);

// Another language keeps what is filled in.
for (const link of document.querySelectorAll("nav.languages a")) {
  link.addEventListener("click", () => {
    const filled = fields.map((field) => [field.name, field.type === "checkbox" ? (field.checked ? "1" : "") : field.value]);
    link.hash = new URLSearchParams(filled.filter(([, value]) => value)).toString();
  });
}

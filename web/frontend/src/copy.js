// Copying a text, also where the clipboard is closed to frames.

export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedByEvent(text);
  }
}

function copiedByEvent(text) {
  let isFilled = false;
  let isDone = false;
  const fill = (event) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData.setData("text/plain", text);
    isFilled = true;
  };
  document.addEventListener("copy", fill, { capture: true, once: true });
  try {
    isDone = document.execCommand("copy"); // false where the browser has closed the clipboard
  } catch {
    // not allowed either: the person is told
  }
  document.removeEventListener("copy", fill, { capture: true });
  return isFilled && isDone;
}

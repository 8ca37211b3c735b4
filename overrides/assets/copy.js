// Buttons that hand something on: data-copy is copied, and that is said beside them; data-share goes to the device's
// own sheet of apps. Without this file the text can be selected and the links of other sites lead there.
(() => {
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // not a safe connection, or a frame that may not: the old way
      const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
      const focused = document.activeElement;
      document.body.append(field);
      field.select();
      const copied = document.execCommand("copy");
      field.remove();
      focused?.focus({ preventScroll: true });
      return copied;
    }
    return true;
  };

  for (const button of document.querySelectorAll("[data-copy]")) {
    const said = button.parentNode.querySelector(".copied");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = button.dataset.copy;
      said.textContent = (await write(text)) ? button.dataset.copied : text;
      setTimeout(() => { said.textContent = ""; }, 5000);
    });
  }

  for (const button of document.querySelectorAll("[data-share]")) {
    button.hidden = !navigator.share;
    button.addEventListener("click", () => {
      const { share: url, title } = button.dataset;
      navigator.share({ url, title }).catch(() => { /* the reader changed their mind */ });
    });
  }
})();

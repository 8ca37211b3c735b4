document.querySelectorAll("[data-seek]").forEach((link) =>
  link.addEventListener("click", () => {
    const audio = document.querySelector("audio");
    audio.currentTime = Number(link.dataset.seek);
    audio.play();
  }),
);

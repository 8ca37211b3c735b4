// Comforts of the player. Without this file the browser's own player plays, and chapters and times are links into
// the audio. Nothing leaves the listener's device: speed, place and the transcript's switch are kept on it.
(() => {
  const player = document.querySelector(".player");
  const audio = player.querySelector("audio");
  const length = Number(audio.dataset.seconds);
  const find = (selector) => player.querySelector(selector);
  const { key, title, show } = player.dataset;
  const page = document.querySelector("link[rel=canonical]").href;

  // What the device remembers; a player in another site's frame has no key and remembers nothing.
  const memory = {
    get(name) { try { return key ? localStorage.getItem(name) : null; } catch { return null; } },
    set(name, value) { try { if (key) localStorage.setItem(name, value); } catch { /* storage is switched off */ } },
    drop(name) { try { localStorage.removeItem(name); } catch { /* then nothing was kept */ } },
  };

  // ---- Times ----
  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    const two = (number) => String(number).padStart(2, "0");
    return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  };
  // The second that an address ends in: #t=754, #t=12:34, #t=1:02:03.
  const timeIn = (hash) => {
    const found = /^#t=((?:\d+:){0,2}\d+(?:\.\d+)?)(?:,|$)/.exec(hash);
    return found ? found[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0) : null;
  };

  // ---- The place ----
  let waiting = null; // the place to begin at, until the browser knows the audio: some forget it
  let passage = null; // the start and end of a highlight while it plays
  const now = () => waiting ?? audio.currentTime;
  const play = () => audio.play().catch(() => { /* the element's own error event tells why */ });
  const seek = (second, until) => {
    const place = Math.min(Math.max(second, 0), length);
    passage = until ? [place, until] : null;
    audio.currentTime = place;
    if (audio.readyState < 1) waiting = place;
    away = false;
    spoken = null;
    update();
  };
  audio.addEventListener("loadedmetadata", () => {
    if (waiting !== null) audio.currentTime = waiting;
    waiting = null;
  });

  // ---- Chapters and transcript: where the recording is ----
  const marks = (list) => [...list].map((link) => ({ link, start: Number(link.dataset.start) }));
  const chapters = marks(document.querySelectorAll(".chapters a[data-start]:not([data-end])"));
  const turns = marks(document.querySelectorAll(".turns .time"));
  const at = (list, second) => list.findLast((mark) => mark.start <= second + 0.3);
  const tell = (mark, element) => {
    for (const other of document.querySelectorAll(`${element}[aria-current]`)) {
      if (other !== mark) other.removeAttribute("aria-current");
    }
    mark?.setAttribute("aria-current", "true");
  };

  const box = document.querySelector(".turns");
  const follow = document.querySelector(".follow input");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let away = false; // the listener has scrolled elsewhere
  let touched = false; // the box moves by the listener's hand
  let spoken = null;
  const isSeen = (turn) => {
    const [inner, outer] = [turn.getBoundingClientRect(), box.getBoundingClientRect()];
    return inner.bottom > outer.top && inner.top < outer.bottom;
  };
  const followTo = (turn) => {
    const [inner, outer] = [turn.getBoundingClientRect(), box.getBoundingClientRect()];
    touched = false;
    box.scrollTo({
      top: box.scrollTop + inner.top - outer.top - outer.height / 4,
      behavior: calm.matches ? "auto" : "smooth",
    });
  };
  if (box) {
    for (const act of ["wheel", "touchmove", "pointerdown", "keydown"]) {
      box.addEventListener(act, () => { touched = true; }, { passive: true });
    }
    box.addEventListener("scroll", () => { if (touched && spoken) away = !isSeen(spoken); });
    follow.checked = memory.get("follow") !== "no";
    const apply = () => box.classList.toggle("whole", !follow.checked);
    apply();
    follow.addEventListener("change", () => {
      memory.set("follow", follow.checked ? "yes" : "no");
      away = false;
      spoken = null;
      apply();
      update();
    });
  }

  const copy = find("[data-copy]");
  const update = () => {
    const second = now();
    copy.dataset.copy = `${page}#t=${clock(second)}`;
    tell(at(chapters, second)?.link, ".chapters a");
    const turn = at(turns, second)?.link.parentNode;
    if (!turn || turn === spoken) return;
    tell(turn, ".turns p");
    spoken = turn;
    if (follow.checked && !away) followTo(turn);
  };

  // ---- What the listener can do ----
  const toChapter = (step) => {
    const index = chapters.indexOf(at(chapters, now()));
    // Back leads to the start of this chapter first, as players do.
    const again = step < 0 && now() - chapters[Math.max(index, 0)].start > 3;
    const chapter = chapters[Math.max(index + (again ? 0 : step), 0)];
    if (!chapter) return;
    seek(chapter.start);
    find("[data-said]").textContent = chapter.link.textContent.trim();
  };
  const acts = {
    back: () => seek(now() - 15),
    forward: () => seek(now() + 30),
    previous: () => toChapter(-1),
    next: () => toChapter(1),
    toggle: () => (audio.paused ? play() : audio.pause()),
    resume: () => play(),
    retry: () => {
      const place = now();
      audio.load();
      seek(place);
      audio.focus();
      play();
    },
  };
  player.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[data-start], a[href^="#t="]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const start = link.dataset.start ?? timeIn(link.hash);
    if (start === null) return;
    event.preventDefault();
    seek(Number(start), Number(link.dataset.end));
    play();
  });
  player.addEventListener("keydown", (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea")) return;
    const keys = { k: "toggle", j: "back", l: "forward" };
    if (target !== audio) Object.assign(keys, { arrowleft: "back", arrowright: "forward" });
    if (!target.closest("audio, a, button, summary")) keys[" "] = "toggle";
    const act = keys[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    acts[act]();
  });

  // ---- Speed ----
  const speed = find("[data-speed]");
  for (const rate of [0.75, 1, 1.25, 1.5, 1.75, 2]) {
    speed.add(new Option(`${rate.toLocaleString(document.documentElement.lang)}×`, rate));
  }
  const hasten = () => { audio.playbackRate = audio.defaultPlaybackRate = Number(speed.value); };
  speed.value = memory.get("speed") ?? "1";
  if (!speed.value) speed.value = "1";
  hasten();
  speed.addEventListener("change", () => {
    memory.set("speed", speed.value);
    hasten();
  });

  // ---- The place on this device ----
  const place = `place:${key}`;
  const resume = find(".resume");
  let kept = 0;
  const keep = () => {
    const second = audio.currentTime;
    if (waiting !== null || audio.readyState < 1 || second < 5) return;
    kept = second;
    if (second > length - 5) memory.drop(place);
    else memory.set(place, Math.floor(second));
  };
  audio.addEventListener("timeupdate", () => {
    if (passage && audio.currentTime >= passage[1]) {
      audio.pause();
      passage = null;
    }
    if (Math.abs(audio.currentTime - kept) >= 5) keep();
    update();
    position();
  });
  audio.addEventListener("seeking", () => {
    if (passage && (audio.currentTime < passage[0] - 1 || audio.currentTime > passage[1])) passage = null;
  });
  audio.addEventListener("pause", keep);
  audio.addEventListener("ended", () => memory.drop(place));
  addEventListener("pagehide", keep);

  const open = () => {
    const second = timeIn(location.hash);
    if (second !== null) seek(second);
    return second !== null;
  };
  addEventListener("hashchange", open);
  const left = Number(memory.get(place));
  if (!open() && left > 0 && left < length) {
    seek(left);
    resume.querySelector("span").textContent = clock(left);
    resume.hidden = false;
  }

  // ---- When it can't be heard ----
  const error = find(".player-error");
  const fail = () => {
    if (!error.firstChild) error.append(find("[data-error]").content.cloneNode(true));
  };
  audio.addEventListener("error", fail);
  audio.addEventListener("waiting", () => { if (!navigator.onLine) fail(); });
  audio.addEventListener("playing", () => {
    if (error.contains(document.activeElement) || document.activeElement === resume) audio.focus();
    error.replaceChildren();
    resume.hidden = true;
  });

  // ---- Keys and screen of the device (Media Session) ----
  const session = navigator.mediaSession;
  const position = () => {
    if (!session?.setPositionState || !(audio.duration > 0) || audio.duration === Infinity) return;
    const { duration, playbackRate, currentTime } = audio;
    session.setPositionState({ duration, playbackRate, position: Math.min(currentTime, duration) });
  };
  if (session) {
    const cover = find("img.cover");
    audio.addEventListener("play", () => {
      const artwork = cover ? [{ src: cover.src }] : [];
      session.metadata = new MediaMetadata({ title, artist: show, album: show, artwork });
    });
    audio.addEventListener("ratechange", position);
    const handlers = {
      seekbackward: acts.back,
      seekforward: acts.forward,
      seekto: (details) => seek(details.seekTime),
      ...(chapters.length && { previoustrack: acts.previous, nexttrack: acts.next }),
    };
    for (const [name, act] of Object.entries(handlers)) {
      try { session.setActionHandler(name, act); } catch { /* this browser has no such key */ }
    }
  }

  update();
  player.classList.add("ready");
})();

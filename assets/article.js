// Helps on the page of a checked article: cards level with their marks, keys to walk, buttons to copy. Without it
// everything can still be read, opened, filtered and reached.
(() => {
  const text = document.querySelector(".text");
  if (!text) return;
  const GAP = 8;
  /** A card that stands further than this below its mark, in pixels, is no longer beside it. */
  const DRIFT = 240;
  /** No card stands higher than the first line of the text. */
  const HEAD = Number.parseFloat(getComputedStyle(text).paddingTop) || 0;
  const wide = matchMedia("(min-width: 62rem)");
  const marks = [...text.querySelectorAll("a.mark")];
  const cards = new Map([...document.querySelectorAll(".card")].map(card => [card.dataset.claim, card]));
  const cardOf = mark => cards.get(mark.dataset.claim);
  const shown = card => card !== undefined && getComputedStyle(card).display !== "none";

  /** Tops of the cards: none touches another, and the current one stands level with its mark as far as those above allow. */
  function topsOf(placed) {
    const anchor = placed.findIndex(({ card }) => card.classList.contains("current"));
    const tops = [];
    let bottom = HEAD;
    for (const { wanted, height } of placed) {
      tops.push(Math.max(wanted, bottom));
      bottom = tops.at(-1) + height;
    }
    if (anchor < 0) return tops;
    const above = placed.slice(0, anchor).reduce((sum, { height }) => sum + height, HEAD);
    tops[anchor] = Math.max(placed[anchor].wanted, above);
    for (let i = anchor - 1; i >= 0; i--) tops[i] = Math.min(tops[i], tops[i + 1] - placed[i].height);
    for (let i = anchor + 1; i < placed.length; i++)
      tops[i] = Math.max(placed[i].wanted, tops[i - 1] + placed[i - 1].height);
    return tops;
  }

  /** The cards that are shown in the margin, in the order of their marks: where each should stand, and how high it is. */
  function measured() {
    const origin = text.getBoundingClientRect().top;
    return marks
      .map(mark => ({ card: cardOf(mark), wanted: mark.getClientRects()[0]?.top ?? 0 }))
      .filter(({ card }) => shown(card) && text.contains(card))
      .map(({ card, wanted }) => ({ card, wanted: wanted - origin - 6, height: card.offsetHeight + GAP }))
      .sort((a, b) => a.wanted - b.wanted);
  }

  /** Do claims stand so close that their cards, all closed, would stand far below them? They are then cut to one line each. */
  function drifts(placed) {
    let bottom = HEAD;
    return placed.some(({ card, wanted, height }) => {
      const top = Math.max(wanted, bottom);
      bottom = top + (card.open ? card.firstElementChild.offsetHeight + GAP : height);
      return top - wanted > DRIFT;
    });
  }

  /** Where each card stands. Where cards would drift, those are cut to one line that have no room for more above the next one. */
  function settled(rows) {
    for (const card of rows) card.classList.remove("short");
    const whole = measured();
    if (!drifts(whole)) return { placed: whole, tops: topsOf(whole) };
    for (const card of rows) card.classList.add("short");
    const placed = measured();
    const tops = topsOf(placed);
    for (const [i, { height }] of whole.entries())
      if (i + 1 >= tops.length || tops[i] + height <= tops[i + 1]) {
        placed[i].card.classList.remove("short");
        placed[i].height = height;
      }
    return { placed, tops };
  }

  /** Puts each card level with its mark. */
  function align() {
    const rows = [...cards.values()];
    if (!wide.matches) {
      text.classList.remove("aligned");
      text.style.minHeight = "";
      for (const card of rows) card.style.top = "";
      return;
    }
    text.classList.add("aligned");
    const { placed, tops } = settled(rows);
    for (const [i, { card }] of placed.entries()) card.style.top = `${Math.round(tops[i])}px`;
    const bottom = placed.length > 0 ? tops.at(-1) + placed.at(-1).height : 0;
    text.style.minHeight = placed.length > 0 ? `${Math.ceil(bottom)}px` : "";
  }

  let frame = 0;
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(align);
  };

  function setCurrent(id) {
    for (const element of document.querySelectorAll(".current")) element.classList.remove("current");
    if (id === undefined) return;
    for (const element of document.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`))
      element.classList.add("current");
    later();
  }

  const visibleMarks = () => marks.filter(mark => shown(cardOf(mark)));
  const currentId = () => document.querySelector(".card.current")?.dataset.claim;

  function walk(step) {
    const list = visibleMarks();
    if (list.length === 0) return;
    const at = list.findIndex(mark => mark.dataset.claim === currentId());
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    next.focus({ preventScroll: true });
    show(next);
  }

  /** Scrolls so that a mark is seen, and its card with it: in the margin both, where the screen is high enough for both. */
  function show(mark) {
    const card = cardOf(mark);
    if (!wide.matches || card === undefined || !text.contains(card)) {
      mark.scrollIntoView({ block: "center", behavior: "instant" });
      return;
    }
    align();
    const from = mark.getBoundingClientRect().top;
    const to = text.getBoundingClientRect().top + Number.parseFloat(card.style.top);
    const apart = Math.max(0, to - from);
    const above = Math.max(40, (innerHeight - apart) / 2 - 40);
    scrollBy({ top: apart < innerHeight - 120 ? from - above : to - 80, behavior: "instant" });
  }

  function nextVerdict() {
    const choices = [...document.querySelectorAll('input[name="show"]')];
    const at = choices.findIndex(choice => choice.checked);
    const next = choices[(at + 1) % choices.length];
    if (next === undefined) return;
    next.checked = true;
    later();
  }

  function showAll() {
    const all = document.getElementById("show-all");
    if (all) all.checked = true;
    later();
  }

  /** Out of a card to its words; from anywhere else, out of the filter. */
  function leave() {
    const claim = document.activeElement?.closest(".card")?.dataset.claim;
    if (claim === undefined) showAll();
    else marks.find(mark => mark.dataset.claim === claim)?.focus();
  }

  function toggle() {
    const card = cards.get(currentId());
    if (card) card.open = !card.open;
  }

  const KEYS = {
    j: () => walk(1),
    n: () => walk(1),
    k: () => walk(-1),
    p: () => walk(-1),
    o: toggle,
    f: nextVerdict,
    Escape: leave,
  };

  // Whoever speaks to the machine types letters that are no commands: single keys can be switched off, and stay so.
  const keysOn = document.getElementById("keys-on");
  const KEPT = "custodes-keys";
  const kept = {
    get: () => {
      try {
        return localStorage.getItem(KEPT);
      } catch {
        return null;
      }
    },
    set: value => {
      try {
        localStorage.setItem(KEPT, value);
      } catch {
        // A page from a file or a private window may keep nothing.
      }
    },
  };
  if (keysOn) {
    keysOn.checked = kept.get() !== "off";
    keysOn.addEventListener("change", () => kept.set(keysOn.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (keysOn?.checked === false && event.key !== "Escape") return;
    if (event.target.closest('input:not([type="radio"]), textarea, select, [contenteditable]')) return;
    const act = KEYS[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });

  // A mark opens its card where it stands; following the link would make the page jump.
  text.addEventListener("click", event => {
    const mark = event.target.closest(".mark");
    const card = mark && cardOf(mark);
    if (!card) return;
    event.preventDefault();
    setCurrent(mark.dataset.claim);
    // Whoever follows it with a key is taken there, as a link promises; a pointer stays where it is.
    if (event.detail === 0) {
      card.open = true;
      align();
      card.firstElementChild.focus();
      return;
    }
    card.open = !card.open;
    if (card.open && !wide.matches) card.scrollIntoView({ block: "nearest" });
  });

  document.addEventListener("focusin", event => {
    const owner = event.target.closest("[data-claim]");
    if (owner) setCurrent(owner.dataset.claim);
  });

  function openTarget() {
    const id = decodeURIComponent(location.hash.slice(1));
    const card = cards.get(id) ?? cards.get(id.replace(/^card-/, ""));
    if (!card) return;
    showAll();
    card.open = true;
    setCurrent(card.dataset.claim);
    const mark = document.getElementById(`m-${card.dataset.claim}`);
    if (wide.matches && mark) show(mark);
    else card.scrollIntoView({ block: "start", behavior: "instant" });
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) break;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const label = button.dataset.label ?? button.textContent;
      button.dataset.label = label;
      const words = document.getElementById(button.dataset.copy)?.textContent ?? "";
      try {
        await navigator.clipboard.writeText(words);
        button.textContent = button.dataset.done;
      } catch {
        button.textContent = button.dataset.failed;
      }
      setTimeout(() => {
        button.textContent = label;
      }, 2000);
    });
  }

  // Browsers that cannot style closed details for print get them opened, and closed again afterwards.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".card:not([open])")];
    for (const card of opened) card.open = true;
  });
  addEventListener("afterprint", () => {
    for (const card of opened) card.open = false;
  });

  for (const element of document.querySelectorAll(".keys")) element.hidden = false;
  for (const card of cards.values()) card.addEventListener("toggle", later);
  for (const choice of document.querySelectorAll('input[name="show"]'))
    choice.addEventListener("change", later);
  addEventListener("resize", later);
  addEventListener("hashchange", openTarget);
  document.fonts?.ready.then(later);
  align();
  openTarget();
  // Once it is loaded the browser goes to the address's target by itself, to where that stood before cards were placed.
  addEventListener("load", () => requestAnimationFrame(openTarget));
})();

// The practice phone with script: sends without a reload, looks for answers, counts segments.
// Everything here also works without it, by plain forms.
"use strict";

const EXTENDED = new Set("\f^{}\\[~]|€");
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
);
const CALM_MS = 1000;
const EAGER_MS = 150;
const EAGER_FOR_MS = 4000;

const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

function measure(text) {
  const letters = [...text];
  const plain = letters.every((letter) => BASIC.has(letter) || EXTENDED.has(letter));
  const [single, part] = plain ? [160, 153] : [70, 67];
  const widths = letters.map((letter) => (plain ? (EXTENDED.has(letter) ? 2 : 1) : letter.length));
  const units = widths.reduce((sum, width) => sum + width, 0);
  let segments = 1;
  if (units > single) {
    let used = 0;
    for (const width of widths) {
      if (used + width > part) {
        segments += 1;
        used = 0;
      }
      used += width;
    }
  }
  return { encoding: plain ? "GSM-7" : "UCS-2", units, segments, room: segments === 1 ? single : segments * part };
}

class Phone {
  constructor(device, threadAddress) {
    this.device = device;
    this.screen = device.querySelector("[data-screen]");
    this.composer = device.querySelector("[data-composer]");
    this.field = this.composer.querySelector("textarea");
    this.onWhatsapp = device.classList.contains("device--whatsapp");
    this.counter = device.querySelector("[data-counter]");
    this.address = `${threadAddress}?address=${encodeURIComponent(device.dataset.address)}`;
    this.news = device.querySelector("[data-news]");
    this.clock = device.querySelector(".status [data-clock]");
    this.shown = null;
    this.eagerUntil = 0;
    this.composer.addEventListener("submit", (event) => this.send(event));
    this.field.addEventListener("input", () => this.count());
    this.field.addEventListener("keydown", (event) => this.enter(event));
    this.count();
    this.toEnd();
  }

  enter(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.composer.requestSubmit();
    }
  }

  count() {
    const { encoding, units, segments, room } = measure(this.field.value);
    const told = `${encoding} · ${units}/${room} · ${segments} ${segments === 1 ? "segment" : "segments"}`;
    const wide = segments > 1 || encoding === "UCS-2";
    // WhatsApp does not cut a text into segments.
    this.counter.textContent = units && !this.onWhatsapp ? told : "";
    this.counter.classList.toggle("is-wide", wide && !this.onWhatsapp);
    if (this.nearEnd) this.toEnd();
  }

  async send(event) {
    event.preventDefault();
    // A choice, or the red key: only the arrow beside the field has no name.
    const tapped = Boolean(event.submitter?.name);
    const said = new FormData(this.composer, tapped ? event.submitter : null);
    const text = tapped ? event.submitter.textContent : said.get("text");
    if (!tapped) this.write("");
    if (event.submitter?.name !== "hang") this.waits(text);
    this.eagerUntil = Date.now() + EAGER_FOR_MS;
    try {
      await fetch(this.composer.action, { method: "POST", body: said, headers: { Accept: "application/json" } });
      await this.lookEagerly();
    } catch {
      if (!tapped) this.write(text);
    }
  }

  async lookEagerly() {
    do {
      await this.look();
      if (this.list.lastElementChild?.classList.contains("bubble--ours")) return;
      await pause(EAGER_MS);
    } while (Date.now() < this.eagerUntil);
  }

  write(text) {
    this.field.value = text;
    this.count();
  }

  waits(text) {
    const item = document.createElement("li");
    const words = document.createElement("p");
    item.className = "bubble bubble--hers bubble--waits";
    words.dir = "auto";
    words.textContent = text;
    item.append(words);
    this.list.querySelector(".bubbles__none")?.remove();
    this.list.append(item);
    this.shown = null;
    this.toEnd();
  }

  async look() {
    const answer = await fetch(this.address);
    if (!answer.ok) return;
    const html = await answer.text();
    if (html === this.shown) return;
    const stay = !this.nearEnd && this.eagerUntil < Date.now();
    const place = this.list.scrollTop;
    const focused = this.screen.contains(document.activeElement);
    this.screen.innerHTML = html;
    this.shown = html;
    this.tellNews();
    this.clock.textContent = this.screen.querySelector("[data-clock]").textContent;
    if (stay) this.list.scrollTop = place;
    else this.toEnd();
    if (focused) this.field.focus({ preventScroll: true });
  }

  // The screen is drawn anew as a whole; a reader hears only what was added.
  tellNews() {
    const last = this.list.querySelector(".bubble:last-child.bubble--ours");
    const parts = last ? [...last.querySelectorAll(".hidden, p")] : [];
    const said = parts.map((part) => part.textContent).join(" ");
    if (this.news.textContent !== said) this.news.textContent = said;
  }

  get list() {
    return this.screen.querySelector(".bubbles");
  }

  get nearEnd() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 90;
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
  }
}

async function keepLooking(phone) {
  for (;;) {
    await pause(CALM_MS);
    if (document.hidden) continue;
    try {
      await phone.look();
    } catch {
      // The server is away for a moment: look again.
    }
  }
}

function fillFromHints(phones) {
  let last = phones[0];
  for (const phone of phones) phone.device.addEventListener("focusin", () => { last = phone; });
  for (const hint of document.querySelectorAll("[data-word]")) {
    hint.addEventListener("click", () => {
      last.write(hint.dataset.word);
      last.field.focus();
    });
  }
}

function lockInPlace() {
  const lock = document.querySelector("[data-lock]");
  lock.addEventListener("click", (event) => {
    event.preventDefault();
    const locked = document.body.classList.toggle("is-locked");
    lock.setAttribute("aria-pressed", String(locked));
  });
}

document.documentElement.classList.add("has-script");
const stage = document.querySelector("[data-thread]");
const phones = [...stage.querySelectorAll(".device")].map((device) => new Phone(device, stage.dataset.thread));
for (const phone of phones) keepLooking(phone);
for (const who of document.querySelectorAll("[data-who]")) who.addEventListener("change", () => who.form.requestSubmit());
fillFromHints(phones);
lockInPlace();

// What the pages do better with a script; all of it works without.
import { initAll } from "./vendor/govuk-frontend.min.js";

const WARN_BEFORE = 120;

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// A page in a tab that nobody looks at is not readable from across the room.
document.addEventListener("visibilitychange", () => {
  document.body.classList.toggle("u-veiled", document.hidden);
});

// A page brought back with the Back button after signing out must not show what it showed.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});

const left = Number(document.body.dataset.secondsLeft);
if (left) watch(left);

function watch(seconds) {
  const warning = document.getElementById("timeout");
  const closed = document.getElementById("closed");
  let timer;

  const again = (rest) => {
    clearTimeout(timer);
    const wait = rest > WARN_BEFORE ? rest - WARN_BEFORE : rest;
    timer = setTimeout(look, Math.max(wait, 1) * 1000);
  };

  // Another tab may have kept the session open, so the server is asked first.
  const look = async () => {
    const rest = await secondsLeft();
    if (rest === null) return again(WARN_BEFORE + 60);
    if (rest <= 0) return cover();
    if (rest <= WARN_BEFORE && !warning.open) warning.showModal();
    again(rest);
  };

  const cover = () => {
    clearTimeout(timer);
    warning.close();
    if (!closed.open) closed.showModal();
  };

  warning.querySelector("[data-stay]").addEventListener("submit", async (event) => {
    event.preventDefault();
    await fetch("/session/stay", { method: "POST", body: new FormData(event.target), redirect: "manual" });
    warning.close();
    again(await secondsLeft());
  });
  closed.addEventListener("cancel", (event) => event.preventDefault());
  closed.querySelector("[data-back]").addEventListener("click", async () => {
    const rest = await secondsLeft();
    if (rest > 0) {
      closed.close();
      again(rest);
    }
  });
  document.addEventListener("visibilitychange", () => document.hidden || look());
  again(seconds);
}

// Without an answer (no network for a moment) the page stays as it is and asks again.
async function secondsLeft() {
  try {
    const answer = await fetch("/session", { headers: { "HX-Request": "true" } });
    return answer.status === 200 ? (await answer.json()).seconds : 0;
  } catch {
    return null;
  }
}

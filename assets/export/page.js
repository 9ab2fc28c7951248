"use strict";
// Lights up what says the same as the sentence under the pointer or in focus, finds words, and moves by keys. The page
// can be read without it.
(() => {
  const all = [...document.querySelectorAll(".s")];
  const beside = document.getElementById("beside");
  const search = document.getElementById("search");
  const found = document.getElementById("found");
  let lit = [];
  const others = (s) => [...s.querySelectorAll(".to a")]
    .map((a) => ({ a, s: document.getElementById(a.getAttribute("href").slice(1)) }))
    .filter((other) => other.s);
  const words = (s) => s.querySelector(".w").textContent;
  function light(s) {
    lit.forEach((old) => old.classList.remove("lit", "near"));
    lit = [];
    beside.replaceChildren();
    if (!s) return;
    s.classList.add("lit");
    lit.push(s);
    for (const other of others(s)) {
      other.s.classList.add("near");
      lit.push(other.s);
      const row = document.createElement("p");
      const head = document.createElement("span");
      head.className = "quiet";
      head.textContent = other.a.title + ": ";
      row.append(head, words(other.s));
      beside.append(row);
    }
  }
  const of = (target) => target instanceof Element && target.closest(".s");
  document.addEventListener("pointerover", (event) => { const s = of(event.target); if (s) light(s); });
  document.addEventListener("focusin", (event) => { const s = of(event.target); if (s) light(s); });
  function go(step) {
    const at = all.indexOf(document.activeElement);
    const next = all[at < 0 ? 0 : at + step];
    if (next) next.focus();
  }
  function find() {
    const sought = search.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const s of all) {
      const has = sought !== "" && words(s).toLocaleLowerCase().includes(sought);
      s.classList.toggle("has", has);
      count += has ? 1 : 0;
    }
    document.body.classList.toggle("sought", sought !== "");
    found.textContent = sought === "" ? "" : count + (count === 1 ? " sentence" : " sentences");
  }
  search.addEventListener("input", find);
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { const first = all.find((s) => s.classList.contains("has")); if (first) first.focus(); }
    if (event.key === "Escape") { search.value = ""; find(); search.blur(); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === search) return;
    const here = of(document.activeElement);
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") { event.preventDefault(); search.focus(); }
    else if (event.key === "Escape") { light(null); if (here) here.blur(); }
    else if (event.key === "Enter" && here && event.target === here) { const other = others(here)[0]; if (other) other.s.focus(); }
  });
  document.querySelectorAll(".scripted").forEach((element) => element.classList.remove("scripted"));
})();

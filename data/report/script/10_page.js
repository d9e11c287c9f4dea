// Building the page: elements are made, texts are set as text. No markup is ever parsed from data.

const byId = (id) => document.getElementById(id);

// Controls that turn the direction of text or end a line; a title that holds them would disturb what stands beside it.
const UNSEEN = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const BREAKS = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
const shown = (text) => String(text).replace(UNSEEN, "").replace(BREAKS, " ");

// Children are nodes or texts; attributes that are functions are listeners, those that are false or null are left out.
function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value === true ? "" : shown(value));
  }
  const given = children.flat(3).filter((child) => child !== null && child !== undefined && child !== "");
  node.append(...given.map((child) => (child instanceof Node ? child : shown(child))));
  return node;
}

// A text of an article or a name from it, in its own direction.
const foreign = (text, tag = "bdi") => make(tag, { dir: "auto" }, shown(text));

// Only what a browser opens as a web page; nothing else that articles call an address.
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : "";
  } catch {
    return "";
  }
}

// At most one call a frame, however often it is asked for.
function onceAFrame(work) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      work();
    });
  };
}

function after(milliseconds, work) {
  let timer = 0;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...values), milliseconds);
  };
}

const announce = (text) => { byId("live").textContent = shown(text); };
const cssValue = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// A canvas has as many pixels as the screen under it; drawn in CSS pixels.
function sharpCanvas(canvas) {
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  const { clientWidth: width, clientHeight: height } = canvas;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height, ratio };
}

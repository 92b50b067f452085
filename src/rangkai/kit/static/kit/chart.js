// Charts: draws every <script type="application/json" data-chart> into the element before it, in the colours of the theme.

const dark = matchMedia("(prefers-color-scheme: dark)");

function look() {
  const style = getComputedStyle(document.body);
  const ink = style.color;
  const font = style.fontFamily;
  const quiet = style.getPropertyValue("--chart-grid").trim();
  return {
    background: "transparent",
    font,
    axis: { labelColor: ink, titleColor: ink, gridColor: quiet, domainColor: quiet, tickColor: quiet, labelFontSize: 13, titleFontSize: 13 },
    legend: { labelColor: ink, titleColor: ink, labelFontSize: 13, titleFontSize: 13 },
    title: { color: ink, fontSize: 15, anchor: "start" },
    text: { color: ink, fontSize: 13 },
    view: { stroke: null },
  };
}

async function draw(script) {
  const target = script.previousElementSibling;
  const options = {
    ast: true,
    actions: false,
    defaultStyle: false,
    renderer: "svg",
    config: look(),
    tooltip: { disableDefaultStyle: true },
    formatLocale: { decimal: ",", thousands: ".", grouping: [3], currency: ["Rp ", ""] },
  };
  await vegaEmbed(target, JSON.parse(script.textContent), options);
  target.classList.add("chart-drawn");
}

const drawAll = (root) => root.querySelectorAll("script[data-chart]").forEach(draw);
drawAll(document);
dark.addEventListener("change", () => drawAll(document));
document.addEventListener("htmx:after:swap", (event) => drawAll(event.detail?.ctx?.target ?? document));

"""What is held on every page that the journey opens: no serious finding of axe, no error in the console."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.journey.live import Live
from tests.source import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SERIOUS = {"serious", "critical"}
PATIENCE = 30_000


@dataclass
class Desk:
    """One person at a screen; `seen` lists the pages that were examined, `faults` what was wrong with them."""

    live: Live
    page: Page
    seen: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def note(self, message: ConsoleMessage) -> None:
        """The browser's console also tells of what the content security policy held back."""
        if message.type == "error":
            self.faults.append(f"{self.page.url}: console: {message.text[:200]}")

    def open(self, path: str) -> None:
        self.page.goto(self.live.at(path))
        self.look()

    def press(self, name: str, *, first: bool = False, role: Any = "button") -> None:
        """Press what bears this name in the page, and look at the page that comes."""
        found = self.page.get_by_role("main").get_by_role(role, name=name)
        (found.first if first else found).click()
        self.page.wait_for_load_state("networkidle")
        self.look()

    def look(self) -> None:
        """Examine the page with axe, whose source is evaluated by the debugger and so needs no hole in the policy."""
        self.page.evaluate(AXE.read_text())
        findings = self.page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        for found in findings["violations"]:
            if found["impact"] in SERIOUS:
                where = "; ".join(node["html"][:160] for node in found["nodes"][:3])
                self.faults.append(f"{self.page.url}: {found['id']}: {where}")
        self.seen.append(self.page.url)

    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text()


def sit_down(browser: Browser, live: Live, name: str, width: int = 1366, height: int = 768) -> Desk:
    """Sign in under an account name."""
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    desk = Desk(live, page)
    page.on("console", desk.note)
    page.on("pageerror", lambda error: desk.faults.append(f"{page.url}: script: {error}"))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(f"{live.url}/masuk/")
    desk.look()
    page.fill("[name=username]", name)
    page.fill("[name=password]", live.password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/35.16/**")
    desk.look()
    return desk

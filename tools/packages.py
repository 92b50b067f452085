"""System packages that the browser journey needs: Chromium and fonts, by apt when root and missing."""

import os
import shutil
import subprocess

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def browser() -> "str | None":
    """Path of a Chromium, if there is one."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def ensure_browser() -> bool:
    """Install Chromium when it is missing, we are root and apt is here; says whether there is one afterwards."""
    if browser():
        return True
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print("Installing Chromium for the browser journey …", flush=True)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(command, env=env, check=False, stdout=subprocess.DEVNULL).returncode:
            return False
    return browser() is not None

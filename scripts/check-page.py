"""Checks pages for the browser: accessibility, requests, scripts, width, links, and pages on paper.

Usage: check-page.py CHROMIUM PAGE...
Prints a line a page, and each fault; the exit code is 1 if there is one.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

# WCAG 2.2 AA, and what the checker's makers hold to be good practice.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
WIDTHS = [320, 360, 1280]
# The pages before the form.
MOST_PAGES = 2


def faults_on_screen(browser, url, width, scheme):
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, offline=True)
    page = context.new_page()
    requests = []
    messages = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.goto(url)
    where = f"{width} px, {scheme}"
    for request in requests[1:]:
        yield f"{where}: request to {request}"
    for message in messages:
        yield f"{where}: the browser says: {message}"
    if (scripts := page.evaluate("document.scripts.length")) > 0:
        yield f"{where}: {scripts} scripts"
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
        yield f"{where}: the page is {wide} px wide"
    dead = page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1))"
        ".filter(id => !document.getElementById(id))"
    )
    for target in dead:
        yield f"{where}: a link leads to #{target}, which is not there"
    twice = page.evaluate(
        "[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, i, all) => all.indexOf(id) !== i)"
    )
    for name in twice:
        yield f"{where}: the id {name} is there twice"
    # All that can be opened is looked at too.
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for violation in Axe().run(page, options=RULES).response["violations"]:
        yield f"{where}: {violation['id']}: {violation['help']} ({len(violation['nodes'])} places)"
        yield f"    {violation['nodes'][0]['html'][:160]}"
    context.close()


def pages_before_form(browser, url):
    """How many sheets stand before the form; None without the programs that count them."""
    if not shutil.which("pdftotext"):
        return None
    with tempfile.TemporaryDirectory() as scratch:
        pdf = pathlib.Path(scratch, "page.pdf")
        page = browser.new_page()
        page.goto(url)
        # In whatever language the page is.
        form = page.evaluate("document.getElementById('form')?.textContent ?? 'The whole form'")
        page.pdf(path=pdf, format="A4")
        page.close()
        text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    sheets = text.split("\f")
    return next((number for number, sheet in enumerate(sheets) if sheet.lstrip().startswith(form)), len(sheets))


def main():
    chromium, *paths = sys.argv[1:]
    is_sound = True
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in paths:
            url = pathlib.Path(path).resolve().as_uri()
            faults = [
                fault
                for scheme in ["light", "dark"]
                for width in WIDTHS
                for fault in faults_on_screen(browser, url, width, scheme)
            ]
            sheets = pages_before_form(browser, url)
            if sheets is not None and sheets > MOST_PAGES:
                faults.append(f"on paper: {sheets} pages before the form")
            print(f"{pathlib.Path(path).name}: {len(faults)} faults, {sheets if sheets is not None else '?'} pages before the form")
            for fault in faults:
                print(f"  {fault}")
            is_sound = is_sound and not faults
        browser.close()
    sys.exit(0 if is_sound else 1)


main()

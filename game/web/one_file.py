#!/usr/bin/env python3
"""The whole game in one page for a USB stick: double click, no server, no network.

    game/web/one_file.py build/web/site build/web/sango.html

Scripts and styles stand in the page and are allowed by their hashes; the engine, the data and the words lie in blocks as
base64, which the loader reads instead of fetching (README.md says why not packed).
"""

import argparse
import base64
import hashlib
import html
import json
import re
import sys
from pathlib import Path
from urllib.parse import quote

POLICY = ("default-src 'none'; script-src 'wasm-unsafe-eval' {scripts}; style-src {styles}; img-src blob: data:; connect-src 'none'; "
          "media-src blob: data:; font-src data:; base-uri 'none'; form-action 'none'")
ICON = "play/sango.svg"
KINDS = {".svg": "image/svg+xml", ".woff2": "font/woff2"}


def plain(address):
    """Without the hash, which a page of one file does not need."""
    return address.split("?", maxsplit=1)[0]


def hash_source(text):
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


def inline_script(text):
    """As the inside of a <script>: nothing in it may end or hide the element."""
    return re.sub(r"<(?=/script|!--|script)", r"\\x3C", text, flags=re.IGNORECASE)


def data_uri(kind, data):
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def block(address, data):
    return f'<script type="application/octet-stream" data-file="{html.escape(address)}">{base64.b64encode(data).decode()}</script>\n'


class OnePage:
    def __init__(self, site):
        self.site = site
        self.text = (site / "play.html").read_text(encoding="utf-8")
        self.scripts, self.styles = [], []

    def read(self, address):
        return (self.site / plain(address)).read_bytes()

    def put_scripts(self):
        """All in one, at the end, as `defer` would run them."""
        def take(match):
            self.scripts.append(inline_script(self.read(match.group(1)).decode()))
            return ""
        self.text = re.sub(r'\s*<script src="([^"]+)" defer></script>', take, self.text)
        inner = "".join(f"<script>{script}</script>\n" for script in self.scripts)
        self.text = self.text.replace("</body>", inner + "</body>")

    def put_styles(self):
        def take(match):
            css = self.read(match.group(1)).decode()
            folder = plain(match.group(1)).rsplit("/", 1)[0]
            css = re.sub(r'url\("([^")?]+)[^")]*"\)',
                         lambda m: f'url("{data_uri(KINDS[Path(m.group(1)).suffix], self.read(f"{folder}/{m.group(1)}"))}")', css)
            self.styles.append(css)
            return f"<style>{css}</style>"
        self.text = re.sub(r'<link rel="stylesheet" href="([^"]+)">', take, self.text)

    def put_pictures(self):
        self.text = re.sub(r'\s*<link rel="(?:preload|manifest|apple-touch-icon)"[^>]*>', "", self.text)
        self.text = re.sub(r'\s*<link rel="icon"[^>]*image/png">', "", self.text)
        icon = data_uri("image/svg+xml", self.read(ICON))
        self.text = re.sub(r'(src|href)="' + re.escape(ICON) + r'[^"]*"', lambda m: f'{m.group(1)}="{icon}"', self.text)

    def put_data(self):
        index = json.loads(self.read("files.json"))
        blocks = [block("files.json", self.read("files.json")), block("play/sango.wasm", self.read("play/sango.wasm"))]
        for path, entry in sorted(index["files"].items()):
            place = path.rsplit(".", 1)[0] + "." + entry["as"] if "as" in entry else path
            blocks.append(block(address_of(place), self.read("files/" + place)))
        for file in sorted((self.site / "texts").glob("*.json")):
            words = json.dumps(json.loads(file.read_text(encoding="utf-8")), ensure_ascii=False).replace("<", "\\u003c")
            blocks.append(f'<script type="application/json" id="words-{html.escape(file.stem)}">{words}</script>\n')
        # Before the scripts of the page, so that all of it is there when they run.
        head, scripts = self.text.split("<!-- Words that the scripts need. -->", 1)
        self.text = head + "".join(blocks) + scripts

    def put_policy(self):
        policy = POLICY.format(scripts=" ".join(map(hash_source, self.scripts)), styles=" ".join(map(hash_source, self.styles)))
        self.text, count = re.subn(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"',
                                   lambda m: f'{m.group(1)}{policy}"', self.text)
        assert count == 1

    def make(self):
        self.put_data()
        self.put_styles()
        self.put_pictures()
        self.put_scripts()
        self.put_policy()
        return self.text


def address_of(place):
    """As loader.js writes it: each part of the path as encodeURIComponent does."""
    return "files/" + "/".join(quote(part, safe="!'()*-._~") for part in place.split("/"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("page", type=Path)
    options = parser.parse_args()
    try:
        text = OnePage(options.site).make()
    except FileNotFoundError as error:
        sys.exit(f"one_file.py: {error.filename} is missing; the site must be whole")
    options.page.write_text(text, encoding="utf-8")
    print(f"{options.page}: {options.page.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

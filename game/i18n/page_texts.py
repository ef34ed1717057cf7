"""Texts of HTML pages: data-text="id" names the content of an element, data-text-title="id" its attribute `title`.

An element with data-text holds words alone, no other element: a sentence is translated whole.
"""
import html.parser
import re
from dataclasses import dataclass

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")


@dataclass(frozen=True)
class Text:
    line: int
    ident: str
    english: str


def one_line(words):
    """As a browser shows it: blanks and line ends between words are one blank."""
    return " ".join(words.split())


class PageTexts(html.parser.HTMLParser):
    """`texts` and `mistakes` (sentences that begin with the line) of one page."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.texts, self.mistakes = [], []
        self.open = None                        # (tag, line, id, words) of the element being read
        self.feed(page)
        self.close()
        if self.open:
            self.mistakes.append(f"{self.open[1]}: <{self.open[0]}> with '{self.open[2]}' is never closed")

    def wrong(self, what):
        self.mistakes.append(f"{self.getpos()[0]}: {what}")

    def add(self, line, ident, english):
        if not ID.fullmatch(ident or ""):
            self.mistakes.append(f"{line}: '{ident}' is no id; an id is screen.what in small letters")
        elif not english:
            self.mistakes.append(f"{line}: '{ident}' has no English text")
        else:
            self.texts.append(Text(line, ident, english))

    def handle_starttag(self, tag, attrs):
        line = self.getpos()[0]
        values = dict(attrs)
        if self.open:
            self.wrong(f"<{tag}> inside of '{self.open[2]}': a text is words alone, give each part an id")
        for name, ident in attrs:
            if name.startswith("data-text-"):
                shown = values.get(name[len("data-text-"):])
                self.add(line, ident, one_line(shown or ""))
        if "data-text" in values and tag in VOID:
            self.wrong(f"<{tag}> has no content that data-text could name")
        elif "data-text" in values:
            self.open = (tag, line, values["data-text"], [])

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data):
        if self.open:
            self.open[3].append(data)

    def handle_endtag(self, tag):
        if self.open and tag == self.open[0]:
            _, line, ident, words = self.open
            self.open = None
            self.add(line, ident, one_line("".join(words)))

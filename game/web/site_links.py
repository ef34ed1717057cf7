"""What is wrong with the pages of a site: links that lead nowhere, ids that are there twice or not at all, foreign addresses, scripts."""
import html.parser
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

#: where pages may lead to outside of the site; nothing is ever loaded from there
ALLOWED_ELSEWHERE = ("https://www.itu-cop-guidelines.com/",)


class Links(html.parser.HTMLParser):
    """Addresses, ids and whatever is not allowed of one page."""

    def __init__(self, text):
        super().__init__()
        self.loaded, self.linked, self.ids, self.wrong = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            elif name in ("aria-labelledby", "aria-describedby", "for"):
                self.linked += [f"#{ident}" for ident in value.split()]
            elif name == "srcset" or name == "imagesrcset":
                self.loaded += [part.split()[0] for part in value.split(",")]
            elif name == "src":
                self.loaded.append(value)
            elif name == "href":
                is_name = values.get("rel") in ("canonical", "alternate") and urlsplit(value).scheme     # says where the page is, leads nowhere
                if not is_name:
                    (self.linked if tag == "a" or values.get("rel") == "alternate" else self.loaded).append(value)
            elif name.startswith("on") or name == "style":
                self.wrong.append(f"<{tag} {name}=…>: nothing runs or is styled from inside a page")
            elif name.startswith("data-text") or name.startswith("data-if") or name.startswith("data-files"):
                self.wrong.append(f"<{tag} {name}=\"{value}\"> was not filled in")
        if tag in ("script", "style"):
            self.wrong.append(f"<{tag}> is not allowed")


def _target(out, page, link):
    """The file of the site that a link of a page leads to, as a path from its top; None: out of the site."""
    place = PurePosixPath(page).parent
    for part in PurePosixPath(unquote(urlsplit(link).path)).parts:
        if part == "..":
            if str(place) == ".":
                return None
            place = place.parent
        else:
            place = place / part
    target = place.as_posix()
    return f"{target}/index.html".removeprefix("./") if (out / target).is_dir() else target


def _of_link(out, page, link, ids, elsewhere):
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if link.startswith("/"):
        return f"'{link}' begins at the top of the server; the site may lie in a folder"
    target = _target(out, page, link) if parts.path else page
    if target is None:
        return f"'{link}' leads out of the site"
    if target in elsewhere:
        return None
    if not (out / target).is_file():
        return f"'{link}' leads nowhere"
    if parts.fragment and target in ids and parts.fragment not in ids[target]:
        return f"'{link}': there is no id '{parts.fragment}'"
    return None


def _of_css(out, elsewhere):
    for file in sorted(out.glob("*.css")):
        for link in re.findall(r"url\(\s*['\"]?([^'\")]+)", file.read_text(encoding="utf-8")):
            fault = f"'{link}' is loaded from elsewhere" if urlsplit(link).scheme else _of_link(out, file.name, link, {}, elsewhere)
            if fault:
                yield f"{file.name}: {fault}"


def problems(out, elsewhere=(), sources=""):
    """Sentences about the pages in `out`; `elsewhere` are files that will be there, `sources` an address they may lead to."""
    allowed = ALLOWED_ELSEWHERE + ((sources,) if sources else ())
    own = {file.relative_to(out).as_posix() for pattern in ("index.html", "embed.html", "*/index.html", "*/embed.html") for file in out.glob(pattern)}
    pages = {name: Links((out / name).read_text(encoding="utf-8")) for name in sorted(own) if name.split("/")[0] not in ("kit", "downloads")}
    ids = {name: page.ids for name, page in pages.items()}
    found = list(_of_css(out, elsewhere)) if pages else [f"{out}: there is no page in it"]
    for name, page in pages.items():
        found += [f"{name}: {wrong}" for wrong in page.wrong]
        found += [f"{name}: the id '{ident}' is there {page.ids.count(ident)} times" for ident in sorted(set(page.ids)) if page.ids.count(ident) > 1]
        found += [f"{name}: '{link}' is loaded from elsewhere" for link in page.loaded if urlsplit(link).scheme or urlsplit(link).netloc]
        found += [f"{name}: '{link}' is not an address that pages may lead to" for link in page.linked
                  if urlsplit(link).scheme and not link.startswith(allowed)]
        faults = (_of_link(out, name, link, ids, elsewhere) for link in page.loaded + page.linked)
        found += [f"{name}: {fault}" for fault in faults if fault]
    return found

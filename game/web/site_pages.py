"""Pages of the site from their templates, which are well-formed XML and pages of their own in English.

    data-text="id"              the content is a text of the catalogue; data-text-alt="id": the attribute alt is
    data-if="sources"           the element is there when the value is; "downloads/*": when such a file is
    data-files="downloads/*.deb"  once for each such file, with {file} {name} {size} {hash} filled in
    data-languages=""           once for each language, with {tag} {name} {href}; {language} is the page's own

Links are as from the top of the site; pages of other languages lie in a folder of their own.
"""
import copy
import gettext
import hashlib
import struct
import xml.etree.ElementTree as ElementTree

from page_texts import one_line

#: languages by their own names; another one is shown by its tag
NAMES = {"ar": "العربية", "bn": "বাংলা", "de": "Deutsch", "en": "English", "es": "Español", "fa": "فارسی", "fr": "Français", "he": "עברית",
         "hi": "हिन्दी", "id": "Bahasa Indonesia", "it": "Italiano", "ja": "日本語", "ko": "한국어", "pt": "Português", "ru": "Русский", "sw": "Kiswahili",
         "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "vi": "Tiếng Việt", "zh": "中文"}
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")                    # as in catalogue_init()
LINKS = ("href", "src", "srcset", "imagesrcset")


class PageError(Exception):
    """One sentence: which file, and what is wrong with it."""


class _Lacking(gettext.NullTranslations):
    """Asked for whatever a catalogue does not have."""

    def pgettext(self, context, message):
        raise LookupError(context)


class Language:
    """What the game's catalogue does: a text by id and English, else the English one."""

    def __init__(self, tag, file=None):
        self.tag = tag
        self.folder = "" if file is None else f"{tag}/"
        self.is_rtl = tag.startswith(RIGHT_TO_LEFT)
        self.texts = None
        if file:
            try:
                with open(file, "rb") as source:
                    self.texts = gettext.GNUTranslations(source)
                self.texts.add_fallback(_Lacking())
            except (OSError, UnicodeDecodeError, ValueError, struct.error) as error:
                raise PageError(f"{file}: this is no whole catalogue: {error}") from error

    def text(self, ident, english):
        try:
            return self.texts.pgettext(ident, english) or english if self.texts else english
        except LookupError:
            return english

    def has(self, ident, english):
        try:
            return not self.texts or bool(self.texts.pgettext(ident, english))
        except LookupError:
            return False

    @property
    def name(self):
        return NAMES.get(self.tag.partition("-")[0], self.tag)


def languages_of(folder):
    """English first, then those of the folder, sorted."""
    files = sorted(folder.glob("*.mo")) if folder else []
    if folder and not files:
        raise PageError(f"{folder}: there is no catalogue (*.mo) in it")
    return [Language("en")] + [Language(file.stem, file) for file in files if file.stem != "en"]


def size_in_words(count):
    """Bytes as people say it: 3.4 MB, 870 kB."""
    return f"{count / 1e6:.1f}\u00a0MB" if count >= 1e6 else f"{max(1, round(count / 1e3))}\u00a0kB"


def filled(element, values):
    """{name} in the words and attributes of an element and what is in it."""
    for node in element.iter():
        for name, value in values.items():
            mark = "{" + name + "}"
            node.text = node.text and node.text.replace(mark, value)
            if node is not element:
                node.tail = node.tail and node.tail.replace(mark, value)
            for key in node.attrib:
                node.attrib[key] = node.attrib[key].replace(mark, value)
    return element


class Pages:
    """Writes pages; `missing` are sentences about texts that are not translated."""

    def __init__(self, folder, names, out, languages, address, values):
        self.out, self.languages, self.address = out, languages, address
        self.names, self.values, self.missing = names, values, []
        self.templates = {}
        for name in names:
            try:
                self.templates[name] = ElementTree.parse(folder / name).getroot()
            except ElementTree.ParseError as error:
                raise PageError(f"{folder / name}: {error}") from error

    # --- parts that are there or not, once or often --------------------------------------------

    def is_there(self, condition):
        if condition == "languages":
            return len(self.languages) > 1
        return bool(self.values[condition] if condition in self.values else self.files(condition))

    def files(self, pattern):
        return sorted(file for file in self.out.glob(pattern) if file.is_file())

    def of_file(self, element, file):
        data = file.read_bytes()
        return filled(copy.deepcopy(element), {"file": file.relative_to(self.out).as_posix(), "name": file.name,
                                               "size": size_in_words(len(data)), "hash": hashlib.sha256(data).hexdigest()})

    def of_language(self, element, language, page, shown):
        """A link to the page in another language."""
        href = self.way(page, language)
        made = filled(copy.deepcopy(element), {"tag": language.tag, "name": language.name, "href": href})
        if language is shown:
            for link in made.iter("a"):
                link.set("aria-current", "true")
        return made

    def expand(self, parent, page, language):
        for child in list(parent):
            at = list(parent).index(child)
            condition = child.attrib.pop("data-if", None)
            pattern = child.attrib.pop("data-files", None)
            each = child.attrib.pop("data-languages", None)
            if condition is not None and not self.is_there(condition):
                parent.remove(child)
                continue
            made = [child]
            if pattern is not None:
                made = [self.of_file(child, file) for file in self.files(pattern)]
            elif each is not None:
                made = [self.of_language(child, one, page, language) for one in self.languages]
            parent.remove(child)
            for offset, one in enumerate(made):
                parent.insert(at + offset, one)
                self.expand(one, page, language)

    # --- words and links -----------------------------------------------------------------------

    def translate(self, node, language, page):
        for key in [key for key in node.attrib if key.startswith("data-text")]:
            ident, name = node.attrib.pop(key), key[len("data-text-"):]
            english = one_line((node.get(name) if name else node.text) or "")
            if not language.has(ident, english):
                self.missing.append(f"{language.tag}: no text for '{ident}' ({page})")
            if name:
                node.set(name, language.text(ident, english))
            else:
                node.text = language.text(ident, english)

    def way(self, page, language, absolute=False):
        """Where a page is, as a link that is still to be led (`led`), or whole."""
        place = language.folder + ("" if page == "index.html" and absolute else page)
        return (self.address if absolute else "/") + place

    def led(self, link, language):
        """A link of the template from where the page lies. "/…" is from the top of the site."""
        up = "../" * language.folder.count("/")
        if link.startswith("/"):
            return up + link[1:]
        target, hash_mark, fragment = link.partition("#")
        if not target or ":" in target or target in self.names:
            return link
        if target.partition("?")[0] == "play.html":
            target += ("&" if "?" in target else "?") + f"lang={language.tag}"
        return up + target + hash_mark + fragment

    def lead(self, node, language):
        for key in LINKS:
            link = node.get(key)
            if link and "srcset" in key:
                parts = [part.split() for part in link.split(",")]
                node.set(key, ", ".join(" ".join([self.led(part[0], language)] + part[1:]) for part in parts))
            elif link:
                node.set(key, self.led(link, language))

    # --- the head ------------------------------------------------------------------------------

    def head(self, root, page, language):
        """What searchers and those who post the address read."""
        head = root.find("head")
        title = root.find("head/title").text
        about = next(node.get("content") for node in head.iter("meta") if node.get("name") == "description")
        made = [("meta", {"property": "og:type", "content": "website"}), ("meta", {"property": "og:title", "content": title}),
                ("meta", {"property": "og:description", "content": about}), ("meta", {"property": "og:locale", "content": language.tag.replace("-", "_")}),
                ("meta", {"name": "twitter:card", "content": "summary_large_image"}), ("meta", {"name": "twitter:title", "content": title}),
                ("meta", {"name": "twitter:description", "content": about})]
        if self.address:
            picture = f"{self.address}icons/preview.jpg"
            made += [("link", {"rel": "canonical", "href": self.way(page, language, True)}),
                     ("meta", {"property": "og:url", "content": self.way(page, language, True)}),
                     ("meta", {"property": "og:image", "content": picture}), ("meta", {"property": "og:image:width", "content": "1200"}),
                     ("meta", {"property": "og:image:height", "content": "630"}), ("meta", {"name": "twitter:image", "content": picture})]
        if len(self.languages) > 1:
            for other in [*self.languages, None]:
                one = other or self.languages[0]
                made.append(("link", {"rel": "alternate", "hreflang": other.tag if other else "x-default", "href": self.way(page, one, bool(self.address))}))
        for tag, attributes in made:
            node = ElementTree.SubElement(head, tag, attributes)
            node.tail = "\n"

    def page(self, name, language):
        """The text of one page in one language."""
        root = copy.deepcopy(self.templates[name])
        root.set("lang", language.tag)
        root.set("dir", "rtl" if language.is_rtl else "ltr")
        self.expand(root, name, language)
        filled(root, {**self.values, "language": language.name})
        for node in root.iter():
            self.translate(node, language, name)
        self.head(root, name, language)
        for node in root.iter():
            self.lead(node, language)
        return "<!DOCTYPE html>\n" + ElementTree.tostring(root, encoding="unicode", method="html") + "\n"

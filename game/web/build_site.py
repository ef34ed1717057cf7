#!/usr/bin/env python3
"""build_site.py OUT: writes the pages around the game: landing page, guide for embedding, words of play.html, pictures, icons.

    game/web/build_site.py build/web/site --art build/web/art --texts po/mo
    game/web/build_site.py --check build/web/site       when the whole site is there: every link leads somewhere

English, and each language that has a catalogue (<language>.mo) in the folder of --texts. The same sources give the same bytes.
"""
import argparse
import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path[:0] = [str(Path(__file__).resolve().parent), str(ROOT / "game/i18n")]

from page_texts import PageTexts                            # noqa: E402
from site_links import problems                             # noqa: E402
from site_pages import PageError, Pages, languages_of       # noqa: E402

HERE = ROOT / "game/web"
SITE = HERE / "site"
PAGES = ("index.html", "embed.html")
#: files of the site that are copied as they are, and where they come from
COPIED = {"site.css": SITE / "site.css", "shots": SITE / "shots", "licence.txt": ROOT / "LICENSE", "credits.txt": ROOT / "assets/CREDITS.md",
          "licences": ROOT / "LICENSES"}
#: what other parts of the web build put there
MADE_ELSEWHERE = {"play.html"}


def copy(source, target):
    """A file or a whole folder; what was there of it before goes."""
    if target.is_dir():
        shutil.rmtree(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def copy_files(out, given):
    for name, source in COPIED.items():
        copy(source, out / name)
    for name, source in (("downloads", given.downloads), ("kit", given.kit)):
        if source:
            copy(source, out / name)
        elif (out / name).is_dir():
            shutil.rmtree(out / name)           # of an earlier build: nothing would say how old it is
    for name in ("pictures", "icons", "fonts"):
        copy(given.art / name, out / name)


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def play_texts():
    """The words of the game's own page, {id: English}."""
    found, mistakes = {}, []
    for page in sorted((HERE / "play").glob("*.html")):
        read = PageTexts(page.read_text(encoding="utf-8"))
        mistakes += [f"{page.relative_to(ROOT)}:{mistake}" for mistake in read.mistakes]
        for text in read.texts:
            if found.setdefault(text.ident, text.english) != text.english:
                mistakes.append(f"{page.relative_to(ROOT)}:{text.line}: the id '{text.ident}' has two texts")
    return found, mistakes


def write_texts(out, languages, words):
    """texts/<language>.json for play.html, which has the English ones itself. Returns what is not translated."""
    missing = []
    shutil.rmtree(out / "texts", ignore_errors=True)
    for language in languages[1:]:
        shown = {ident: language.text(ident, english) for ident, english in sorted(words.items())}
        missing += [f"{language.tag}: no text for '{ident}'" for ident in shown if not language.has(ident, words[ident])]
        write(out / "texts" / f"{language.tag}.json", json.dumps(shown, ensure_ascii=False, indent=0) + "\n")
    return missing


def write_for_searchers(out, address, languages):
    """robots.txt and sitemap.xml need to know where the site is."""
    for name in ("robots.txt", "sitemap.xml"):
        (out / name).unlink(missing_ok=True)
    if not address:
        return
    places = [f"{address}{language.folder}{'' if page == 'index.html' else page}" for page in PAGES for language in languages]
    rows = "".join(f"  <url><loc>{place}</loc></url>\n" for place in places)
    write(out / "sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' + rows + "</urlset>\n")
    write(out / "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {address}sitemap.xml\n")


def build(given):
    """Returns sentences about what is wrong."""
    languages = languages_of(given.texts)
    words, mistakes = play_texts()
    if mistakes:
        return mistakes
    copy_files(given.out, given)
    pages = Pages(SITE, PAGES, given.out, languages, given.address, {"sources": given.sources})
    missing = write_texts(given.out, languages, words)
    for language in languages:
        for page in PAGES:
            write(given.out / language.folder / page, pages.page(page, language))
    missing += pages.missing
    write_for_searchers(given.out, given.address, languages)
    for one in missing:
        print(one, file=sys.stderr)
    print(f"{len(PAGES) * len(languages)} pages in {', '.join(language.tag for language in languages)}; {len(words)} words of play.html")
    return missing if given.whole else []


def draw(folder):
    try:
        import site_art
        site_art.write(folder)
    except ModuleNotFoundError as error:
        packages = {"PIL": "python3-pil", "fontTools": "python3-fonttools", "brotli": "python3-brotli"}
        if error.name not in packages:
            raise
        sys.exit(f"build_site.py: error: this Python has no {error.name}; in Debian: apt-get install {packages[error.name]}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="folder of the site")
    parser.add_argument("--texts", type=Path, help="folder of catalogues, one <language>.mo each")
    parser.add_argument("--art", type=Path, default=ROOT / "build/web/art", help="where pictures are drawn, and kept while their sources are the same (build/web/art)")
    parser.add_argument("--downloads", type=Path, help="folder of the files that are offered: sango.html, *.zip, *.deb, *.tar.*")
    parser.add_argument("--kit", type=Path, help="folder of the lesson kit, which ./run kit makes")
    parser.add_argument("--address", default="", help="where the site will be, https://…/; pictures of posts need it")
    parser.add_argument("--sources", default="", help="address of the sources, linked from the landing page")
    parser.add_argument("--whole", action="store_true", help="fail when a text is not translated")
    parser.add_argument("--check", action="store_true", help="write nothing: check the links of a whole site")
    given = parser.parse_args()
    if given.address and not given.address.endswith("/"):
        given.address += "/"
    for folder in (given.texts, given.downloads, given.kit):
        if folder and not folder.is_dir():
            parser.error(f"{folder} is no folder")
    return given


def main():
    given = arguments()
    try:
        mistakes = []
        if not given.check:
            draw(given.art)
            mistakes = build(given)
        mistakes += problems(given.out, () if given.check else MADE_ELSEWHERE, given.sources)
    except PageError as error:
        mistakes = [str(error)]
    for mistake in mistakes:
        print(f"error: {mistake}", file=sys.stderr)
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())

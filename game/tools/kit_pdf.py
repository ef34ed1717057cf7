#!/usr/bin/env python3
"""kit_pdf.py HTML FONTS OUT [A4|Letter ...]: PDFs of what sango-kit wrote, by WeasyPrint.

One book for each age band and paper size, with all its pages in order, and one PDF for each page (A4).
Says each page that needs more sheets than it may have, and ends with status 1 then.
"""
import logging
import sys
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

#: sheets of paper that a page may need
SHEETS = {"plan": 2}


def style(fonts, size, config):
    """The paper, and our fonts, for who prints from here has them. In a browser the reader's own take their place."""
    faces = {"Andika": ("Andika-Regular.ttf", "normal"), "Fredoka": ("Fredoka-SemiBold.ttf", "bold"),
             "Noto Sans Arabic": ("NotoSansArabic-Regular.ttf", "normal"), "Noto Sans SC": ("NotoSansSC-subset.ttf", "normal")}
    text = f"@page {{ size: {size}; }}\n"
    text += f'@font-face {{ font-family: "Andika"; font-weight: bold; src: url("{(fonts / "Andika-Bold.ttf").as_uri()}"); }}\n'
    for family, (file, weight) in faces.items():
        text += f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: url("{(fonts / file).as_uri()}"); }}\n'
    return CSS(string=text, font_config=config)


def refuse(url, *_, **__):
    """A page has everything inside: nothing is fetched."""
    raise ValueError(f"{url[:80]} is not inside of the page")


def fetch(url, *rest, **more):
    from weasyprint import default_url_fetcher
    return default_url_fetcher(url, *rest, **more) if url.startswith("data:") else refuse(url)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    html, fonts, out = (Path(word).resolve() for word in sys.argv[1:4])
    sizes = sys.argv[4:] or ["A4", "Letter"]
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    faults, pages = [], 0
    for size in sizes:
        config = FontConfiguration()
        sheet = style(fonts, size, config)
        for band in sorted(folder.name for folder in html.iterdir() if folder.is_dir()):
            (out / band).mkdir(parents=True, exist_ok=True)
            book = []
            for file in sorted((html / band).glob("*.html")):
                page = HTML(filename=str(file), url_fetcher=fetch).render(stylesheets=[sheet], font_config=config)
                kind, count = file.stem.rpartition("-")[2], len(page.pages)
                wanted = SHEETS.get(kind, 1)
                if count != wanted:
                    faults.append(f"{band}/{file.name}: {count} sheets of {size}, not {wanted}")
                if size == "A4":
                    page.write_pdf(out / band / f"{file.stem}.pdf")
                book += page.pages
            page.copy(book).write_pdf(out / f"sango-{band}-{size.lower()}.pdf")
            pages += len(book)
    print(f"{pages} sheets of paper in {out}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not pages else 0


if __name__ == "__main__":
    sys.exit(main())

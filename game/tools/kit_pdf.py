#!/usr/bin/env python3
"""kit_pdf.py HTML FONTS OUT [A4|Letter ...]: PDFs of what sango-kit wrote, by WeasyPrint.

One PDF for each page and paper size, and one book of them for each age band (by pdfunite, of poppler).
Says each page that needs more sheets than it may have, and ends with status 1 then.
"""
import logging
import multiprocessing
import subprocess
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
    text = f"@page {{ size: {size} !important; }}\n"
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


def make(job):
    """Writes one PDF; the number of its sheets."""
    file, fonts, size, pdf = job
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    config = FontConfiguration()
    page = HTML(filename=str(file), url_fetcher=fetch).render(stylesheets=[style(fonts, size, config)], font_config=config)
    page.write_pdf(pdf)
    return len(page.pages)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    html, fonts, out = (Path(word).resolve() for word in sys.argv[1:4])
    jobs, books = [], {}
    for size in sys.argv[4:] or ["A4", "Letter"]:
        for band in sorted(folder.name for folder in html.iterdir() if folder.is_dir()):
            folder = out / size.lower() / band
            folder.mkdir(parents=True, exist_ok=True)
            for file in sorted((html / band).glob("*.html")):
                pdf = folder / f"{file.stem}.pdf"
                jobs.append((file, fonts, size, pdf))
                books.setdefault(out / f"sango-{band}-{size.lower()}.pdf", []).append(pdf)
    with multiprocessing.Pool() as pool:
        counts = pool.map(make, jobs, chunksize=4)
    faults = []
    for (file, _, size, _), count in zip(jobs, counts):
        wanted = SHEETS.get(file.stem.rpartition("-")[2], 1)
        if count != wanted:
            faults.append(f"{file.parent.name}/{file.name}: {count} sheets of {size}, not {wanted}")
    for book, pdfs in books.items():
        subprocess.run(["pdfunite", *map(str, pdfs), str(book)], check=True)
    print(f"{sum(counts)} sheets of paper in {out}")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Serves a folder of static files as the game's site wants them, on this computer only.

    game/web/serve.py [FOLDER] [--port 8000] [--host 127.0.0.1]

Right types, brotli and gzip twins (file.br, file.gz) where a browser takes them, the policy of the page, caches that keep
addresses with a hash for good, 304 for the others. No listing of folders. --host 0.0.0.0 lets the tablets of a
room try it; a real web server is better for more than that.
"""

import argparse
import sys
from email.utils import formatdate
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

TYPES = {
    ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon", ".jpg": "image/jpeg", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
    ".mo": "application/octet-stream", ".ogg": "audio/ogg", ".pdf": "application/pdf", ".png": "image/png",
    ".svg": "image/svg+xml", ".ttf": "font/ttf", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
    ".wav": "audio/wav", ".webmanifest": "application/manifest+json", ".webp": "image/webp", ".woff2": "font/woff2",
    ".xml": "application/xml", ".yarn": "text/plain; charset=utf-8",
}
TWINS = (("br", ".br"), ("gzip", ".gz"))
POLICY = ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
          "connect-src 'self'; frame-src 'self'; media-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
          "base-uri 'none'; form-action 'none'; frame-ancestors *")


def find_file(root, address):
    """The file of an address (a path, still quoted) below `root`, or None. Nothing hidden, nothing outside, whatever links say."""
    try:
        path = unquote(address, errors="strict")
    except UnicodeDecodeError:
        return None
    if not path.startswith("/") or "\\" in path or any(ord(sign) < 32 for sign in path):
        return None
    parts = path.split("/")[1:]
    if any(part.startswith(".") for part in parts) or "" in parts[:-1]:
        return None
    try:
        file = root.joinpath(*parts).resolve()
        if not file.is_relative_to(root) or not file.exists():
            return None
        if path.endswith("/"):
            return file / "index.html" if file.is_dir() else None
        return file
    except (OSError, RuntimeError):     # a name that is too long, links in a circle
        return None


def accepted(header):
    """The names in Accept-Encoding that are not refused by q=0."""
    names = set()
    for item in (header or "").lower().split(","):
        name, _, rest = item.partition(";")
        quality = rest.strip().removeprefix("q=").strip()
        try:
            refused = bool(quality) and float(quality) == 0
        except ValueError:
            refused = True
        if not refused:
            names.add(name.strip())
    return names


def choose_twin(file, header):
    """(the file to send, its encoding or None, whether there are twins at all). A twin that is older than its file does not count."""
    takes = accepted(header)
    chosen, has_twins = (file, None), False
    for encoding, ending in reversed(TWINS):
        twin = file.with_name(file.name + ending)
        if twin.is_file() and twin.stat().st_mtime >= file.stat().st_mtime:
            has_twins = True
            if encoding in takes:
                chosen = (twin, encoding)
    return *chosen, has_twins


class Handler(BaseHTTPRequestHandler):
    """GET and HEAD of files below `root`."""
    root = Path()
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "sango", ""
    timeout = 30

    def do_GET(self):
        self.answer(True)

    def do_HEAD(self):
        self.answer(False)

    def answer(self, with_body):
        path, _, query = self.path.partition("#")[0].partition("?")
        file = find_file(self.root, path)
        if file and file.is_dir() and (file / "index.html").is_file():
            self.send_empty(HTTPStatus.MOVED_PERMANENTLY, {"Location": path.rsplit("/", 1)[-1] + "/"})
            return
        if not file or not file.is_file():
            self.send_empty(HTTPStatus.NOT_FOUND, {})
            return
        sent, encoding, has_twins = choose_twin(file, self.headers.get("Accept-Encoding"))
        status = sent.stat()
        tag = f'"{status.st_mtime_ns:x}-{status.st_size:x}{"-" + encoding if encoding else ""}"'
        headers = {
            "ETag": tag,
            "Cache-Control": "public, max-age=31536000, immutable" if query.startswith("v=") else "no-cache",
        }
        if has_twins:
            headers["Vary"] = "Accept-Encoding"
        if tag in [one.strip().removeprefix("W/") for one in self.headers.get("If-None-Match", "").split(",")]:
            self.send_headers(HTTPStatus.NOT_MODIFIED, headers)
            return
        headers["Content-Type"] = TYPES.get(file.suffix.lower(), "application/octet-stream")
        headers["Last-Modified"] = formatdate(status.st_mtime, usegmt=True)
        if encoding:
            headers["Content-Encoding"] = encoding
        self.send_file(sent, headers, with_body)

    def send_file(self, file, headers, with_body):
        try:
            data = file.read_bytes()
        except OSError:
            self.send_empty(HTTPStatus.NOT_FOUND, {})
            return
        self.send_headers(HTTPStatus.OK, {**headers, "Content-Length": str(len(data))})
        if with_body:
            self.wfile.write(data)

    def send_empty(self, status, headers):
        self.send_headers(status, {**headers, "Content-Length": "0", "Cache-Control": "no-cache"})

    def send_headers(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()

    def log_message(self, format, *args):   # who asks for what is nobody's business
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A browser that goes away is no mistake."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)


def make_server(root, host, port):
    handler = type("SiteHandler", (Handler,), {"root": Path(root).resolve()})
    return Server((host, port), handler)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", nargs="?", default="build/web/site", help="what to serve (build/web/site)")
    parser.add_argument("--port", type=int, default=8000, help="0: any that is free (8000)")
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0: also for other computers of this network (127.0.0.1)")
    options = parser.parse_args()
    if not Path(options.folder).is_dir():
        sys.exit(f"serve.py: there is no folder {options.folder}; ./run web builds it")
    try:
        server = make_server(options.folder, options.host, options.port)
    except (OSError, OverflowError) as error:
        sys.exit(f"serve.py: cannot serve on {options.host}:{options.port}: {error}; --port says another one")
    print(f"http://{options.host}:{server.server_port}/", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()

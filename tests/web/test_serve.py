#!/usr/bin/env python3
"""game/web/serve.py over real sockets: test_serve.py ROOT."""

import gzip
import http.client
import os
import socket
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

ROOT = Path(sys.argv.pop(1)) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "game/web"))
import serve  # noqa: E402


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        outer = Path(cls.folder.name)
        (outer / "secret.txt").write_text("secret", encoding="utf-8")
        site = outer / "site"
        (site / "play").mkdir(parents=True)
        (site / "empty").mkdir()
        (site / ".git").mkdir()
        (site / ".git/config").write_text("hidden", encoding="utf-8")
        (site / "index.html").write_text("<!DOCTYPE html>", encoding="utf-8")
        (site / "play/index.html").write_text("play", encoding="utf-8")
        (site / "play/sango.wasm").write_bytes(b"\0asm" * 100)
        (site / "play/sango.wasm.gz").write_bytes(gzip.compress(b"\0asm" * 100))
        (site / "play/sango.wasm.br").write_bytes(b"as if brotli")
        (site / "old.js").write_bytes(b"new text")
        (site / "old.js.gz").write_bytes(gzip.compress(b"old text"))
        os.utime(site / "old.js.gz", (1, 1))
        (site / "a name.json").write_bytes(b"{}")
        (site / "link.txt").symlink_to(outer / "secret.txt")
        for name in ("a.js", "b.webp", "c.ogg", "d.webmanifest", "e.mo", "f.CSS"):
            (site / name).write_bytes(b"x")
        cls.server = serve.make_server(site, "127.0.0.1", 0)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()
        cls.folder.cleanup()

    def ask(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response, body

    def test_types(self):
        for name, kind in (("index.html", "text/html; charset=utf-8"), ("play/sango.wasm", "application/wasm"),
                           ("a.js", "text/javascript; charset=utf-8"), ("b.webp", "image/webp"), ("c.ogg", "audio/ogg"),
                           ("d.webmanifest", "application/manifest+json"), ("e.mo", "application/octet-stream"),
                           ("f.CSS", "text/css; charset=utf-8"), ("a%20name.json", "application/json")):
            response, _ = self.ask("/" + name)
            self.assertEqual((response.status, response.headers["Content-Type"]), (200, kind), name)

    def test_twins(self):
        response, body = self.ask("/play/sango.wasm", Accept_Encoding="gzip, deflate, br")
        self.assertEqual((response.headers["Content-Encoding"], body), ("br", b"as if brotli"))
        self.assertEqual(response.headers["Vary"], "Accept-Encoding")
        self.assertEqual(response.headers["Content-Type"], "application/wasm")
        response, body = self.ask("/play/sango.wasm", Accept_Encoding="gzip;q=0.5, br;q=0")
        self.assertEqual((response.headers["Content-Encoding"], gzip.decompress(body)), ("gzip", b"\0asm" * 100))
        response, body = self.ask("/play/sango.wasm")
        self.assertEqual((response.headers["Content-Encoding"], response.headers["Vary"], len(body)), (None, "Accept-Encoding", 400))

    def test_a_twin_older_than_its_file_is_not_sent(self):
        response, body = self.ask("/old.js", Accept_Encoding="gzip")
        self.assertEqual((response.headers["Content-Encoding"], body), (None, b"new text"))

    def test_caches(self):
        response, _ = self.ask("/a.js?v=1a2b")
        self.assertEqual(response.headers["Cache-Control"], "public, max-age=31536000, immutable")
        response, _ = self.ask("/a.js")
        self.assertEqual(response.headers["Cache-Control"], "no-cache")
        again, body = self.ask("/a.js", If_None_Match=response.headers["ETag"])
        self.assertEqual((again.status, body, again.headers["ETag"]), (304, b"", response.headers["ETag"]))
        other, _ = self.ask("/a.js", If_None_Match='"of-something-else"')
        self.assertEqual(other.status, 200)
        plain, _ = self.ask("/play/sango.wasm")
        packed, _ = self.ask("/play/sango.wasm", Accept_Encoding="gzip")
        self.assertNotEqual(plain.headers["ETag"], packed.headers["ETag"])

    def test_head(self):
        response, body = self.ask("/play/sango.wasm", "HEAD")
        self.assertEqual((response.status, response.headers["Content-Length"], body), (200, "400", b""))
        response, body = self.ask("/nothing", "HEAD")
        self.assertEqual((response.status, body), (404, b""))

    def test_other_methods_are_refused(self):
        for method in ("POST", "PUT", "DELETE"):
            self.assertEqual(self.ask("/", method)[0].status, 501)

    def test_folders(self):
        self.assertEqual(self.ask("/")[1], b"<!DOCTYPE html>")
        self.assertEqual(self.ask("/play/")[1], b"play")
        response, _ = self.ask("/play")
        self.assertEqual((response.status, response.headers["Location"]), (301, "play/"))
        for path in ("/empty/", "/empty"):
            self.assertEqual(self.ask(path)[0].status, 404)

    def test_nothing_outside(self):
        for path in ("/../secret.txt", "/play/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt",
                     "/..%5csecret.txt", "//secret.txt", "/link.txt", "/.git/config", "/%2egit/config", "/a.js%00.html", "/%ff", "/a.js/",
                     "/play//sango.wasm", "secret.txt", "/" + "a" * 5000, "http://other.example/a.js"):
            response, body = self.ask(path)
            self.assertEqual(response.status, 404, path)
            self.assertNotIn(b"secret", body)

    def test_policy(self):
        for path in ("/", "/nothing", "/a.js"):
            headers = self.ask(path)[0].headers
            self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
            self.assertNotIn("unsafe-inline", headers["Content-Security-Policy"])
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")

    def test_the_page_has_the_same_policy(self):
        page = (ROOT / "game/web/play/play.html").read_text(encoding="utf-8")
        self.assertIn(f'content="{serve.POLICY.removesuffix("; frame-ancestors *")}"', page)

    def test_one_connection_takes_many(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        for path in ("/a.js", "/nothing", "/play", "/a.js"):
            connection.request("GET", path)
            connection.getresponse().read()
        connection.close()

    def test_a_broken_request_does_not_end_it(self):
        with socket.create_connection(("127.0.0.1", self.server.server_port)) as peer:
            peer.sendall(b"\xff\xfe\r\n\r\n")
        with socket.create_connection(("127.0.0.1", self.server.server_port)) as peer:
            peer.sendall(b"GET http://[/a.js HTTP/1.0\r\n\r\n")
            self.assertIn(b" 404 ", peer.recv(100))
        self.assertEqual(self.ask("/a.js")[0].status, 200)


class Words(unittest.TestCase):
    """What a person at the terminal is told."""

    def run_it(self, *args):
        return subprocess.run([sys.executable, "-B", ROOT / "game/web/serve.py", *args], capture_output=True, text=True, timeout=20)

    def test_no_folder(self):
        result = self.run_it("/no/such/folder")
        self.assertEqual((result.returncode, result.stderr.count("\n")), (1, 1))
        self.assertIn("/no/such/folder", result.stderr)

    def test_a_port_that_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            result = self.run_it("/", "--port", str(taken.getsockname()[1]))
        self.assertEqual((result.returncode, result.stderr.count("\n")), (1, 1))

    def test_a_port_that_is_none(self):
        self.assertEqual(self.run_it("/", "--port", "99999").returncode, 1)


if __name__ == "__main__":
    unittest.main()

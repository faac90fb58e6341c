"""Serves the profiles of an account that has a thousand: ``python -m tests.bench.many_profiles``.

A program of its own, so that its work is not counted with what is measured. The first line it prints is its
address. Nothing ever happens to the profiles, as on most days.
"""

import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.fake_twilio import FakeTwilio

MANY = 1000


def profiles() -> list[dict[str, object]]:
    """Return them as Twilio lists them."""
    fake = FakeTwilio()
    account = fake.account()
    for number in range(MANY):
        content = {"friendly_name": f"Profile {number:04}", "email": "ops@northwind.example"}
        fake.submit(fake.console_draft(account, content), "in-review")
    return list(fake.profiles.values())


class Handler(BaseHTTPRequestHandler):
    """Answers every question with the whole list."""

    protocol_version = "HTTP/1.1"
    body = b""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def main() -> None:
    """Serve until the end."""
    meta = {"key": "results", "next_page_url": None}
    Handler.body = json.dumps({"results": profiles(), "meta": meta}).encode()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    sys.stdout.write(f"http://127.0.0.1:{server.server_port}\n")
    sys.stdout.flush()
    server.serve_forever()


if __name__ == "__main__":
    main()

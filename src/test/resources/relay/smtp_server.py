"""A real SMTP server for a test: STARTTLS and a password are required; every letter it takes is a line of JSON.

Arguments: port, certificate, key, file of letters. Recipients gone@ are refused for good; later@ once, for now.
"""
import json
import signal
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

port, certificate, key, letters = int(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]


class Box:
    put_off = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone@"):
            return "550 5.1.1 no such user"
        if address.startswith("later@") and address not in self.put_off:
            self.put_off.add(address)
            return "450 4.2.1 greylisted, come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        with open(letters, "a", encoding="utf-8") as out:
            out.write(json.dumps({"to": envelope.rcpt_tos, "letter": envelope.content.decode("latin-1")}) + "\n")
        return "250 2.0.0 queued"


def allow(server, session, envelope, mechanism, data):
    good = (b"iris", b"geheim") == (data.login, data.password)
    return AuthResult(success=good, handled=False)


context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain(certificate, key)
Controller(Box(), hostname="127.0.0.1", port=port, tls_context=context, require_starttls=True, auth_required=True,
           authenticator=allow).start()
signal.pause()

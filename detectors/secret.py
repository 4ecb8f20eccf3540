"""Secret: a password or key that lies in a file and opens what holds personal data.

Shape     what follows "password:", "pwd=", "api_key =" and the like; a password within a URL; a
          private key in PEM; access keys and tokens that issuers mark: AWS, GitHub, Slack, JWT.
Check     no placeholder ("********", "<password>", "${DB_PASSWORD}"), no word of a form or
          program ("required", "None", "os.environ"); a key must be as mixed as chance makes it.
Chance    low for marked tokens. After a label, a single plain word is believed only where nothing
          follows it: "Password: please ask" is a sentence.
Category  credential (UK GDPR, article 32).
Source    RFC 7519, section 3 (JWT); atuinsh/atuin, secrets.rs, and d1vious/git-wild-hunt,
          regexes.json (marks of issuers); all read 2026-11-25. PEM: RFC 7468, not at hand.

>>> canonical(" Tr0ub4dor&3 ")
'Tr0ub4dor&3'
>>> canonical("********") is None
True
"""

from __future__ import annotations

import re

from detectors.base import EXAMPLE_VALUE, Category, Detector, Form, Scan, Shown
from detectors.secret_spans import (
    key_after_label,
    password_after_label,
    password_after_user,
    password_in_url,
    private_key,
    secret_after_label,
    strong_after_label,
    web_token,
)

_FEWEST_CHARS, _MOST_CHARS = 4, 20_000
_PLACEHOLDER = re.compile(
    r"[*•●·.x_#?\-]+|<.*>|\$?\{.*\}|%.*%|%[a-z]|\$\(.*|\$[a-z_]+|\[.*\]|@\w+@|:\w+|&\w+;?"
    r"|your[_\-].*|https?://.*|[a-z_]\w*(?:\.[a-z_]\w*)*[(\[].*|[a-z_]+(?:\.[a-z_]+)+",
    re.IGNORECASE,
)
_NO_SECRETS = frozenset(
    {
        "null", "none", "nil", "true", "false", "undefined", "string", "str", "text", "varchar",
        "bytes", "blank", "empty", "required", "optional", "reset", "expired", "changed", "hidden",
        "redacted", "removed", "masked", "encrypted", "protected", "unknown", "invalid",
        "incorrect", "wrong", "correct", "forgotten", "confirm", "enter", "retype", "n/a", "tbc",
        "tba", "yes", "please", "must", "should", "minimum", "value", "input", "prompt",
        "disabled", "enabled", "password", "pass", "passwd", "passcode", "passphrase", "secret",
        "token", "username", "email", "login", "user", "here", "attached", "below", "above",
        "same", "sent", "separately", "changeit!", "secretstring", "securestring",
    }
)  # fmt: skip
_WORD = re.compile(r"\W*(\S+?)\W*\Z")
_CLASSES = tuple(map(re.compile, ("[a-z]", "[A-Z]", "[0-9]", "[^a-zA-Z0-9]")))
# jwt.io's token for John Doe; Amazon ends the keys in its guides so.
_EXAMPLE = re.compile(
    r"\w+EXAMPLE(?:KEY)?\Z|\S*/[A-Za-z0-9]+EXAMPLEKEY\Z|eyJ[\w\-]+\.eyJzdWIiOiIxMjM0NTY3ODkwI"
)


def canonical(text: str) -> str | None:
    """Return the secret as written, without spaces around it, or None where ``text`` is none."""
    text = text.strip().removeprefix(":")  # see password_in_url
    if not _FEWEST_CHARS <= len(text) <= _MOST_CHARS:
        return None
    if text.startswith("-----BEGIN "):
        return text
    if any(char.isspace() for char in text) or _PLACEHOLDER.fullmatch(text):
        return None
    word = _WORD.match(text)
    return None if word and word[1].lower() in _NO_SECRETS else text


def mixed(value: str) -> bool:
    """Return whether a secret has characters of two kinds, as hardly a word has."""
    return sum(kind.search(value) is not None for kind in _CLASSES) > 1


def note(value: str) -> str | None:
    """Say so where an issuer prints the secret in its guides."""
    return EXAMPLE_VALUE if _EXAMPLE.match(value) else None


_WORDS_FOR_IT = r"(?:passwords?|passwd|passphrase|pass[ _\-]?code|pwd|cyfrinair)[0-9]?"
_KEY = (
    r"(?:api|access|secret|account|shared[ _\-]?access|private|auth|encryption|signing|master)"
    r"[ _\-]?(?:access[ _\-]?)?(?:key|token)"
)
_OF_PROGRAMS = r"(?:client|api|app|consumer|webhook|shared|jwt|session)[ _\-]?secret"
_OF_ACCOUNTS = (
    r"(?:smtp|imap|pop3?|mail|db|sql|s?ftp|ssh|ldap|bind|user|usr|admin|root|proxy|wifi|auth|login"
    r"|account|api|service|svc|conn|mysql|pg|redis|https?|basic|server|remote)[_.\-]?(?:pass|pw)"
)
_SAYS = r"[\x22']?[ \t]{0,4}(?::=|=>|[:=>])"

DETECTOR = Detector(
    entity="SECRET",
    category=Category.CREDENTIAL,
    shown=Shown.NOTHING,
    title="password or key",
    source="RFC 7519; marks that issuers put on their tokens",
    forms=(
        Form("password after its label", _WORDS_FOR_IT + _SAYS, 0.85, expand=password_after_label),
        Form("password is", r"\b(?:password|passcode|passphrase|cyfrinair) (?:is|was|yw) ", 0.75,
             expand=password_after_label),
        Form("password after what kind it is",
             r"\b(?:temp(?:orary)?|new|initial|one[ \-]time|default|reset|start(?:er|ing)?|first"
             r"|guest|wi-?fi|network|login|log-in|system|windows|laptop|generic|shared|admin"
             r"|his|her|their|your|my|the) (?:password|passcode|pwd|pw) ",
             0.85, expand=strong_after_label),
        Form("password reset to", r"\b(?:password|passcode|pwd|pw) (?:was |has been |now )?"
             r"(?:re)?set (?:back )?to ", 0.85, expand=strong_after_label),
        Form("password changed to", r"\b(?:password|passcode|pwd|pw) to ", 0.85,
             expand=strong_after_label),
        Form("password without a colon", r"\b(?:pwd|p/w|pw|pass) ", 0.80,
             expand=strong_after_label),
        Form("password after its user", r"\b(?:password|passcode|passphrase) ", 0.80,
             expand=password_after_user),
        Form("password of a program's account", _OF_ACCOUNTS + _SAYS, 0.85,
             expand=secret_after_label),
        Form("key after its label", f"(?:{_KEY}){_SAYS}", 0.85, expand=key_after_label),
        Form("secret after its label", _OF_PROGRAMS + _SAYS, 0.85, expand=secret_after_label),
        Form("password in a URL", r"\b[a-z][a-z0-9+.\-]{1,24}://[^ \n/:@\x22'<>]{1,64}:", 0.996,
             expand=password_in_url),
        Form("private key", r"-----BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY(?: BLOCK)?-----", 0.98,
             Scan.CASE, expand=private_key),
        Form("AWS access key id", r"\b(?:AKIA|ASIA)[A-Z0-9]{16}\b", 0.95, Scan.CASE),
        Form("GitHub token", r"\bgh[opusr]_[A-Za-z0-9]{36}\b", 0.97, Scan.CASE),
        Form("GitHub token", r"\bgithub_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}\b", 0.97, Scan.CASE),
        Form("Slack token", r"\bxox[abeoprs]-[0-9]{1,14}-[0-9A-Za-z\-]{10,90}\b", 0.97, Scan.CASE),
        Form("web token (JWT)", r"\beyJ[A-Za-z0-9]{2}", 0.95, Scan.CASE, expand=web_token),
    ),
    check=canonical,
    check_name="no placeholder",
    pass_rate=0.9,
    headers=(
        "password", "passwords", "passwd", "pwd", "passcode", "passphrase", "user password",
        "login password", "initial password", "temporary password", "default password",
        "wifi password", "api key", "access key", "secret key", "client secret", "cyfrinair",
    ),
    opposing_headers=(
        "password changed", "password set", "password expiry", "password expires",
        "password last set", "password reset", "password policy", "password hint",
        "password required", "password never expires", "password age", "password status",
    ),
    favoured=mixed,
    favour_says=("characters of several kinds", "characters of one kind"),
    note=note,
    version=6,
)  # fmt: skip

import pytest

from detectors.base import mask
from detectors.engine import Engine
from detectors.secret import DETECTOR, canonical, mixed
from tests.detectors.finding import cells, of_entity, values

# Invented, and parted so that nobody's scanner of this repository takes them for real ones.
AWS = "AKIA" + "QZ7RJ4XW2MTB5NHC"
GITHUB = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8"
GITHUB_FINE = "github_pat_" + "11ABCDE0Q0wShEGEFgPx8Z" + "_" + "a1B2c3D4e5F" * 5 + "wxyz"
SLACK = "xoxb" + "-17653672480-19874698320-pdFZKVeTuE8sk7oOcBrzbqgx"
JWT = "eyJ" + "hbGciOiJIUzI1NiJ9.eyJ" + "zdWIiOiJqaGlsbCJ9.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"
KEY = "q9F3xT7mZ2vK8bL1nR5wY4pD"
PEM = (
    "-----BEGIN RSA " + "PRIVATE KEY-----\n"
    + "MIIEowIBAAKCAQEAtq7RJ4XW2MTB5NHCq9F3xT7mZ2vK8bL1nR5wY4pDa1B2c3D4\n" * 3
    + "-----END RSA " + "PRIVATE KEY-----"
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Tr0ub4dor&3 ", "Tr0ub4dor&3"),
        ("Summer", "Summer"),
        ("abc", None),
        ("********", None),
        ("•••••••", None),
        ("xxxxxxxx", None),
        ("<your password>", None),
        ("${DB_PASSWORD}", None),
        ("{{ password }}", None),
        ("os.environ['PASSWORD']", None),
        ("getpass()", None),
        ("settings.db.password", None),
        ("Required", None),
        ("N/A", None),
        ("two words", None),
    ],
)
def test_canonical(text: str, expected: str | None) -> None:
    assert canonical(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"), [("Summer2024", True), ("Summer", True), ("summer", False)]
)
def test_mixed(value: str, expected: bool) -> None:
    assert mixed(value) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Password: Tr0ub4dor",
        "password = Tr0ub4dor",
        "The password is Tr0ub4dor, please change it.",
        "login jhill, pwd=Tr0ub4dor",
        "PWD: Tr0ub4dor.",
        "Passcode: Tr0ub4dor for the meeting",
        "Password:\nTr0ub4dor",
        "Server=db1;User Id=sa;Password=Tr0ub4dor;Encrypt=yes",
        "jdbc:x?user=sa&password=Tr0ub4dor&ssl=true",
        '{"dbPassword": "Tr0ub4dor"}',
        "DB_PASSWORD='Tr0ub4dor'",
        "<password>Tr0ub4dor</password>",
        "$pwd => 'Tr0ub4dor'",
        "postgres://jhill:Tr0ub4dor@db.example.org/cases",
        "Cyfrinair: Tr0ub4dor",
        "password: Tr0ub4dor",
    ],
)
def test_passwords_are_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "SECRET") == ["Tr0ub4dor"]


@pytest.mark.parametrize("text", ["Password: sunshine", "Password: sunshine\nUser: jhill"])
def test_a_single_word_is_found_where_nothing_follows_it(engine: Engine, text: str) -> None:
    assert values(engine, text, "SECRET") == ["sunshine"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"id {AWS} used", AWS),
        (f"git clone with {GITHUB}", GITHUB),
        (f"token {GITHUB_FINE}", GITHUB_FINE),
        (f"slack {SLACK}", SLACK),
        (f"Authorization: Bearer {JWT}", JWT),
        (f"api_key={KEY}", KEY),
        (f'"apiKey": "{KEY}"', KEY),
        (f"aws_secret_access_key = {KEY}", KEY),
        (f"AccountKey={KEY}==;EndpointSuffix=x", f"{KEY}=="),
        (f"client secret: {KEY}", KEY),
        ("client_secret=" + "qz7" + "neq088+AFU", "qz7neq088+AFU"),
        (f"see below\n{PEM}\nend", PEM),
    ],
)
def test_keys_and_tokens_are_found(engine: Engine, text: str, expected: str) -> None:
    assert values(engine, text, "SECRET") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "password: ********",
        "Password: ••••••••",
        "password reset",
        "Password reset: please call the help desk",
        "Password: must be at least eight characters",
        "Password: please contact the help desk",
        "the password is incorrect",
        "the password is wrong, try again",
        "Password: 8-16 characters",
        "Password: required",
        "Your password was changed on 12/05/2019",
        "Forgotten your password? Click here",
        "password policy v2.1",
        "Reset your password: https://example.org/reset/abc123",
        "password=${DB_PASSWORD}",
        "password: {{ vault.password }}",
        "password = os.environ['DB_PASSWORD']",
        "password = getpass.getpass()",
        "def login(user: str, password: str) -> None:",
        "password=user_password",
        "PWD=/home/jhill",
        "pwd: C:\\Users\\jhill",
        '<input type="password" name="pw">',
        '<p class="password">Forgotten it?</p>',
        "password VARCHAR(255) NOT NULL",
        "https://user:password@host.example",
        "http://example.org:8080/a@b",
        "api_key=your-api-key-goes-here",
        "api_key=aaaaaaaaaaaaaaaaaaaa1",
        "key: letter of the alphabet",
        "primary key: 1234567890123456",
        "AKIA is a mark; so is ghp_",
        "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
        "-----BEGIN CERTIFICATE-----\nMIIEow\n-----END CERTIFICATE-----",
        "eyJhbGciOiJIUzI1NiJ9 alone",
    ],
)
def test_look_alikes_are_not_found(engine: Engine, text: str) -> None:
    assert values(engine, text, "SECRET") == []


@pytest.mark.parametrize(
    "text", ["AKIA" + "IOSFODNN7EXAMPLE", "secret_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]
)
def test_keys_of_amazons_guides_are_said_to_be_examples(engine: Engine, text: str) -> None:
    (found,) = of_entity(engine, text, "SECRET")
    assert found.explanation.endswith("example value")


def test_a_span_is_the_secret_and_a_preview_shows_nothing_of_it(engine: Engine) -> None:
    text = 'note: "password": "Tr0ub4dor"'
    (found,) = of_entity(engine, text, "SECRET")
    assert text[found.start : found.end] == "Tr0ub4dor"
    assert set(mask(DETECTOR.shown, found.canonical)) == {"*"}
    assert "Tr0" not in found.explanation


def test_a_password_in_a_url_is_not_taken_for_the_name_of_an_address(engine: Engine) -> None:
    (found,) = engine.session().text("ftp://jhill:sunshine@files.example.org/")
    assert (found.entity, found.canonical) == ("SECRET", "sunshine")


def test_columns_headed_so_are_found(engine: Engine) -> None:
    rows = [("jhill", "Tr0ub4dor", "12/05/2019"), ("aokafor", "sunshine", ""), ("brees", "***", "")]
    header = ("User", "Password", "Password changed")
    assert cells(engine, rows, header, "SECRET") == ["Tr0ub4dor", "sunshine"]
    assert cells(engine, rows, ("User", "Nickname", "Joined"), "SECRET") == []


def test_it_takes_nothing_of_other_entities(engine: Engine) -> None:
    text = "NHS no 999 000 0018, NI no AB 12 34 56 C, tel 01632 960123, jane@example.com"
    found = [one.entity for one in engine.session().text(text)]
    assert found == ["UK_NHS", "UK_NINO", "PHONE_NUMBER", "EMAIL_ADDRESS"]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("smtp_pass=Lantern4#240", "Lantern4#240"),
        ("db.pass: Lantern4#240", "Lantern4#240"),
        ("id 0053, pwd Lantern!027", "Lantern!027"),
        ("p/w Lantern%027 for the till", "Lantern%027"),
        ("password: Lantern%301", "Lantern%301"),
        ("password: Lantern%498", "Lantern%498"),
    ],
)
def test_passwords_of_accounts_are_found(engine: Engine, text: str, secret: str) -> None:
    assert values(engine, text, "SECRET") == [secret]


@pytest.mark.parametrize(
    "text", ["bus_pass=AB123456", "pass 88%", "pass mark 60", "user_pass: yes"]
)
def test_passes_of_other_kinds_are_not(engine: Engine, text: str) -> None:
    assert values(engine, text, "SECRET") == []


@pytest.mark.parametrize(
    "text",
    ["Reset AD password to Otter#391", "changed the pwd to Otter#391!x", "password to Otter$2901"],
)
def test_a_password_that_something_was_changed_to_is_found(engine: Engine, text: str) -> None:
    assert len(values(engine, text, "SECRET")) == 1


@pytest.mark.parametrize(
    "text", ["give the password to somebody", "reset the password to log in", "password to 2024"]
)
def test_what_a_password_is_given_to_is_none(engine: Engine, text: str) -> None:
    assert values(engine, text, "SECRET") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bin system: user jo@example.com password Zgmbp!555P",
        "SSID is Count-Press, the passphrase is Marigold%4639.",
    ],
)
def test_a_password_after_its_user_or_a_passphrase_is_found(engine: Engine, text: str) -> None:
    assert len(values(engine, text, "SECRET")) == 1
    assert values(engine, "Ask the user jo@example.com password policy 2024", "SECRET") == []

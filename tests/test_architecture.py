"""The rules of the house that a machine can hold: see design.md 2 and the house style.

Every module is read with ``ast``, not imported, so a broken or slow module is judged too.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from scanner.extractors.registry import modules

_HOUSE = Path(__file__).parent.parent
_PRODUCT = ("connectors", "detectors", "reports", "scanner")
_ROOMS = (*_PRODUCT, "benchmarks", "tests")
_TOP_FOLDERS = {*_ROOMS, "docs"}
_MADE_FOLDERS = {"build", "dist"}  # never committed; hidden folders and *.egg-info neither
_LONGEST_MODULE = 400  # lines

_MAY_IMPORT = {
    "detectors": {"detectors"},
    "connectors": {"connectors"},
    "scanner": {"scanner", "connectors", "detectors"},
    "reports": {"reports", "scanner", "connectors", "detectors"},
}
_KNOWS_NO_REPORTS = ("scanner.catalogue", "scanner.stewardship")
_ACCESS = "scanner.access"
_ACCESS_MAY_IMPORT = ("connectors.base", "scanner.access")
_INPUT_OUTPUT = {
    "asyncio", "ctypes", "glob", "grp", "http", "io", "mmap", "multiprocessing", "os", "pathlib",
    "pwd", "shutil", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "urllib",
}  # fmt: skip
_ONLY_IN = {
    "alembic": ("scanner.catalogue",),
    "sqlalchemy": ("scanner.catalogue",),
    "ldap3": ("connectors.directory",),
    "presidio_analyzer": ("detectors.presidio", "detectors.names"),
    "smbprotocol": ("connectors.smb",),
    "spnego": ("connectors.kerberos", "connectors.smb", "connectors.directory.sealed"),
    "gssapi": ("connectors.kerberos",),
    "krb5": ("connectors.kerberos",),
    "spacy": ("detectors.presidio", "detectors.names"),
}
_CATCHES_ALL = "scanner.extractors.base"


def _files(*rooms: str) -> list[Path]:
    return sorted(path for room in rooms for path in (_HOUSE / room).rglob("*.py"))


def _name(path: Path) -> str:
    parts = path.relative_to(_HOUSE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _under(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), filename=str(path))


def _imports(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of all that a module imports, at its top or within functions.

    ``from scanner import findings`` yields ``scanner.findings``: what counts is what it reaches.
    """
    package = _name(path) if path.name == "__init__.py" else _name(path).rpartition(".")[0]
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if node.level:
                above = package.split(".")[: len(package.split(".")) - node.level + 1]
                source = ".".join([*above, source] if source else above)
            for alias in node.names:
                yield node.lineno, f"{source}.{alias.name}"


def _forbidden(paths: list[Path], message: str, allowed: dict[str, set[str]]) -> list[str]:
    """Return a line for each import of a room of ours that ``allowed`` does not list."""
    return [
        f"{path.relative_to(_HOUSE)}:{line} imports {imported}: {message}"
        for path in paths
        for line, imported in _imports(path)
        if (room := imported.split(".")[0]) in _ROOMS
        and room not in allowed[_name(path).split(".")[0]]
    ]


def _listed(problems: list[str]) -> None:
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


def test_the_walk_sees_the_house() -> None:
    modules = {_name(path) for path in _files(*_PRODUCT)}
    assert {"connectors.base", "detectors.base", "scanner.access.posix"} <= modules
    imported = {name for _, name in _imports(_HOUSE / "scanner/access/gate.py")}
    assert {"hashlib", "connectors.base.SecurityDescriptor"} <= imported


def test_imports_run_one_way() -> None:
    message = "reports -> scanner -> connectors, detectors, and never the other way"
    _listed(_forbidden(_files(*_PRODUCT), message, _MAY_IMPORT))


def test_access_imports_base_values_only_and_does_no_input_or_output() -> None:
    problems = []
    for path in _files("scanner/access"):
        for line, imported in _imports(path):
            room = imported.split(".")[0]
            place = f"{path.relative_to(_HOUSE)}:{line} imports {imported}"
            if room in _ROOMS and not _under(imported, _ACCESS_MAY_IMPORT):
                problems.append(f"{place}: access knows only connectors.base and itself")
            if room in _INPUT_OUTPUT:
                problems.append(f"{place}: access is pure, without input or output")
        problems += [
            f"{path.relative_to(_HOUSE)}:{node.lineno} calls open: access is pure"
            for node in ast.walk(_tree(path))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "open"
        ]
    _listed(problems)


@pytest.mark.parametrize("library", _ONLY_IN)
def test_a_library_stays_in_its_home(library: str) -> None:
    homes = _ONLY_IN[library]
    _listed(
        [
            f"{path.relative_to(_HOUSE)}:{line} imports {library}: only {', '.join(homes)} may"
            for path in _files(*_PRODUCT)
            if not _under(_name(path), homes)
            for line, imported in _imports(path)
            if imported.split(".")[0] == library
        ]
    )


def test_catalogue_and_stewardship_know_nothing_of_reports() -> None:
    _listed(
        [
            f"{path.relative_to(_HOUSE)}:{line} imports {imported}: it must not know of reports"
            for path in _files("scanner")
            if _under(_name(path), _KNOWS_NO_REPORTS)
            for line, imported in _imports(path)
            if _under(imported, ("reports",))
        ]
    )


def _caught(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and name of each exception that a module catches; "" for a bare except."""
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.ExceptHandler):
            kinds = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            for kind in kinds:
                yield node.lineno, ast.unparse(kind).removeprefix("builtins.") if kind else ""


def test_no_module_catches_everything_but_the_one_that_holds_foreign_parsers() -> None:
    problems, base_exceptions = [], 0
    for path in _files(*_PRODUCT, "benchmarks"):
        for line, kind in _caught(path):
            place = f"{path.relative_to(_HOUSE)}:{line}"
            if kind == "BaseException" and _name(path) == _CATCHES_ALL:
                base_exceptions += 1
            elif kind in ("", "Exception", "BaseException"):
                problems.append(f"{place} catches {kind or 'all'}: name what can go wrong")
    if base_exceptions != 1:
        problems.append(f"{_CATCHES_ALL} holds {base_exceptions} except BaseException, not one")
    _listed(problems)


def _is_mirrored(path: Path) -> bool:
    """Return whether a module has its test file, or a package above it has one for all."""
    inside = path.relative_to(_HOUSE)
    tests = _HOUSE / "tests" / inside.parent
    if (tests / f"test_{path.stem}.py").exists():
        return True
    packages = [parent for parent in inside.parents if len(parent.parts) > 1]
    return any(
        (_HOUSE / "tests" / package.parent / f"test_{package.name}.py").exists()
        or (_HOUSE / "tests" / package / f"test_{package.name}.py").exists()
        for package in packages
    )


_HELD_BY_OTHERS = frozenset(
    {
        # Held by whole nights (tests/scanner/test_run.py) or by their room's other tests; each
        # leaves this list with a test file of its own, and none may be added.
        "scanner/catalogue/queries/current.py",
        "scanner/catalogue/queries/exports.py",
        "scanner/catalogue/queries/find.py",
        "scanner/pool.py",
        "scanner/reach.py",
        "scanner/worker.py",
    }
)


def test_what_is_held_by_others_has_no_test_file_yet() -> None:
    _listed(
        [
            f"{name} has its test file: take it off the list"
            for name in sorted(_HELD_BY_OTHERS)
            if _is_mirrored(_HOUSE / name) or not (_HOUSE / name).exists()
        ]
    )


def test_every_module_has_its_test_file() -> None:
    _listed(
        [
            f"{path.relative_to(_HOUSE)} has no test file:"
            f" tests/{path.relative_to(_HOUSE).parent}/test_{path.stem}.py"
            for path in _files(*_PRODUCT)
            if path.name not in ("__init__.py", "__main__.py")
            and not {"migrations", "data"} & set(path.relative_to(_HOUSE).parts)
            and str(path.relative_to(_HOUSE)) not in _HELD_BY_OTHERS
            and not _is_mirrored(path)
        ]
    )


def test_no_folder_stands_beside_the_rooms() -> None:
    _listed(
        [
            f"{path.name}/ is not one of the rooms of design.md 2"
            for path in sorted(_HOUSE.iterdir())
            if path.is_dir()
            and path.name not in _TOP_FOLDERS | _MADE_FOLDERS
            and not path.name.startswith((".", "__"))
            and path.suffix != ".egg-info"
        ]
    )


def test_no_module_is_longer_than_it_can_be_read() -> None:
    _listed(
        [
            f"{path.relative_to(_HOUSE)} has {lines} lines; {_LONGEST_MODULE} is the limit: split"
            for path in _files(*_ROOMS)
            if "versions" not in path.parts  # a migration is written once and never changed
            and (lines := len(path.read_bytes().splitlines())) > _LONGEST_MODULE
        ]
    )


def _reached(path: Path, package: str) -> set[str]:
    """Return the modules of ``package`` that a module takes code from, at first or second hand."""
    by_name = {_name(each): each for each in _files(package.replace(".", "/"))}
    reached: set[str] = set()
    left = [path]
    while left:
        names = {name for _, name in _imports(left.pop())}
        modules = {name if name in by_name else name.rpartition(".")[0] for name in names}
        new = (modules & by_name.keys()) - reached
        reached |= new
        left += [by_name[name] for name in new]
    return reached


def test_a_detector_names_those_whose_code_it_uses() -> None:
    home = {
        _name(path): import_module(_name(path)).DETECTOR
        for path in _files("detectors")
        if b"\nDETECTOR = " in path.read_bytes()
    }
    for name, detector in home.items():
        used = _reached(_HOUSE / (name.replace(".", "/") + ".py"), "detectors") & home.keys()
        assert set(detector.uses) == {home[each].entity for each in used - {name}}, name


def test_an_extractor_names_those_whose_code_it_uses() -> None:
    home = {name: import_module(name).EXTRACTOR for name in modules()}
    for name, extractor in home.items():
        used = _reached(_HOUSE / (name.replace(".", "/") + ".py"), "scanner/extractors")
        said: set[str] = set()
        left = [extractor]
        while left:
            uses = set(left.pop().uses)
            more = {other for other, each in home.items() if each.media_types & uses}
            left += [home[each] for each in more - said]
            said |= more
        assert said == used & home.keys() - {name}, name

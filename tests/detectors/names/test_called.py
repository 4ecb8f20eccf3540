import pytest

from detectors.names.called import labelled, titled


@pytest.mark.parametrize(
    ("before", "name", "found"),
    [
        ("Street name: ", "Tansy Bottom", False),
        ("building_name: ", "Martin Cole", False),
        ("ISBN: 0000000000\nAuthor: ", "Martin Cole", False),
        ("Author: ", "Martin Cole", True),
        ("Tenant name: ", "Martin Cole", True),
        ("Name: ", "Martin Cole", True),
    ],
)
def test_the_label_tells_whose_name_it_is(before: str, name: str, found: bool) -> None:
    data = f"{before}{name}\n".encode()
    label = max(before.lower().rfind("name:"), before.lower().rfind("author:"))
    span = (len(before), len(before) + len(name)) if found else None
    assert labelled(data, label, len(before) + 1) == span


def test_titles_in_a_list_of_books_are_of_people_in_them() -> None:
    assert titled(b"Mrs Cole burns the letters. A novel.", 0, len("Mrs C")) is None
    assert titled(b"Mrs Cole burns the letters.", 0, len("Mrs C")) == (4, 8)

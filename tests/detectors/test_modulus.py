"""The table here is invented, of sort codes that are given to no bank, its weights easy to add."""

import pytest

from detectors.modulus import TableRefused, table

ONLY_H_AND_A = "0 0 0 0 0 0 1 0 0 0 0 0 0 1"
SORT_CODE_Z_AND_H = "0 0 0 0 0 1 0 0 0 0 0 0 0 1"
G_ONLY = "0 0 0 0 0 0 0 0 0 0 0 0 1 0"
TABLE = f"""
000001 000001 MOD10 {ONLY_H_AND_A}
000002 000003 MOD11 {ONLY_H_AND_A}
000004 000004 DBLAL 0 0 0 0 0 0 2 0 0 0 0 0 0 1
000005 000005 MOD10 {ONLY_H_AND_A}
000005 000005 MOD11 {G_ONLY}
000011 000011 DBLAL {ONLY_H_AND_A} 1
000012 000012 MOD11 0 0 0 0 0 0 1 0 0 0 0 0 0 1 2
000012 000012 MOD11 1 0 0 0 0 0 0 0 0 0 0 0 0 1 9
000013 000013 MOD11 {G_ONLY}
000013 000013 DBLAL {ONLY_H_AND_A} 3
000014 000014 MOD11 0 0 0 0 0 0 1 1 0 0 0 0 0 0 4
000015 000015 MOD11 0 0 0 0 0 1 1 0 0 0 0 0 0 0 5
000015 000015 DBLAL 0 0 0 0 0 1 2 0 0 0 0 0 0 0 5
000016 000016 MOD11 {ONLY_H_AND_A} 6
000017 000017 MOD11 0 0 0 0 0 0 1 0 0 0 0 0 0 1 7
000018 000018 MOD10 {SORT_CODE_Z_AND_H} 8
000020 000020 MOD11 0 0 0 0 0 0 1 0 0 0 0 0 0 1 10
000020 000020 MOD11 0 0 0 0 0 0 0 0 1 0 0 0 0 0 11
000022 000022 MOD11 {ONLY_H_AND_A} 12
000022 000022 MOD10 {ONLY_H_AND_A} 13
000024 000024 MOD11 0 0 0 0 0 0 0 1 0 0 0 0 0 1 14
000099 000099 MOD10 {ONLY_H_AND_A} 77
080000 080000 MOD10 {ONLY_H_AND_A}
"""
BANKS = table(TABLE, "000015 000016\n")


@pytest.mark.parametrize(
    ("sort_code", "account", "agree"),
    [
        ("000001", "30000007", True),  # 3 + 7
        ("000001", "30000006", False),
        ("000003", "30000008", True),  # 3 + 8, the last of a range
        ("000003", "30000007", False),
        ("000004", "80000003", True),  # twice 8 is 16: 1 + 6 + 3
        ("000004", "80000004", False),
        ("000005", "30000007", True),  # both rows, the second on g = 0
        ("000005", "30000017", False),
        ("000005", "30000006", False),
        ("000011", "10000002", True),  # 1 + 2 + 27
        ("000011", "30000007", False),
        ("000012", "00000000", True),  # a is 0: its own weights
        ("000012", "60000009", False),  # neither weights of exception 2, nor with 309634
        ("000012", "10000005", True),  # y and z give 5 + 6, a gives 6, h 5
        ("000012", "10000006", False),
        ("000012", "10000096", True),  # g is 9: 3 x 9 + 6
        ("000012", "10000095", False),
        ("000012", "90000008", True),  # 309634 begins with 3: 3 + 8
        ("000013", "10600000", True),  # c is 6: the second row does not count
        ("000013", "10000009", True),
        ("000013", "10000008", False),
        ("000014", "34000007", True),  # 3 + 4 leaves 7, the last two digits
        ("000014", "34000008", False),
        ("000015", "30000028", True),  # taken for 000016: 6 + 3 wants 2, 6 + 6 wants 8
        ("000015", "30000018", False),
        ("000015", "30000027", False),
        ("000015", "40000006", False),  # 6 + 4 leaves 10, which wants 1; 0 stands there
        ("000016", "30000008", True),
        ("000016", "40000007", True),  # g is not h: no foreign currency
        ("000016", "40000006", False),
        ("000016", "40000055", None),  # an account in a foreign currency
        ("000017", "30000098", False),  # g is 9: only the last six count
        ("000017", "30000090", True),
        ("000018", "00000004", True),  # taken for 090126: 6 + 4
        ("000018", "00000002", False),
        ("000020", "09000090", True),  # ab is 09 and g 9: only the last six count
        ("000020", "30000008", True),
        ("000020", "30100007", False),  # neither row
        ("000022", "30000008", True),  # eleven
        ("000022", "30000007", True),  # ten
        ("000022", "30000006", False),
        ("000024", "04000007", True),
        ("000024", "20000091", True),  # shifted by one: 2 + 9
        ("000024", "20000092", False),  # not shifted where it ends in 2
        ("000024", "04000006", False),
        ("000099", "30000007", None),  # a rule that is not known here
        ("000000", "30000007", None),
        ("000006", "30000007", None),
        ("999999", "30000007", None),
        ("000001", "AB1234567", None),
        ("000001", "3000007", None),
        ("000001", "1130000007", True),  # of ten digits the last eight
        ("080000", "3000000711", True),  # at the Co-operative Bank the first eight
    ],
)
def test_each_rule(sort_code: str, account: str, *, agree: bool | None) -> None:
    assert BANKS.agree(sort_code, account) is agree


@pytest.mark.parametrize(
    ("weights", "substitutes", "said"),
    [
        ("", "", "holds no row"),
        ("\n\x1a\n", "", "holds no row"),
        (f"000001 000001 MOD10 {G_ONLY}\nsort code,method", "", "line 2"),
        (f"000001 000001 MOD12 {G_ONLY}", "", "line 1"),
        ("000001 000001 MOD10 1 2 3", "", "line 1"),
        (f"000002 000001 MOD10 {G_ONLY}", "", "line 1"),
        (f"000001 000001 MOD10 {G_ONLY}", "000001", "line 1 is no sort code"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_its_line(
    weights: str, substitutes: str, said: str
) -> None:
    with pytest.raises(TableRefused, match=said):
        table(weights, substitutes)


def test_the_end_of_line_of_any_system_and_a_last_control_character_are_taken() -> None:
    row = f"000001 000001 MOD10 {ONLY_H_AND_A}"
    assert table(f"\ufeff{row}\r\n\x1a").agree("000001", "30000007")

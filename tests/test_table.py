"""A table of cases fails for each row that fails, and says which."""

import pytest

from tests.support.table import table


@table("number", [1, 2, 3, 4])
def only_even(number: int) -> None:
    assert number % 2 == 0


@table("ignored", [1, 2])
@table(("left", "right"), [(1, 1), (1, 2)])
def alike(ignored: int, left: int, right: int) -> None:
    assert left == right


def test_every_row_that_fails_is_told() -> None:
    with pytest.raises(ExceptionGroup, match="2 of 4 rows") as told:
        only_even()
    assert [wrong.__notes__ for wrong in told.value.exceptions] == [
        ["row: {'number': 1}"],
        ["row: {'number': 3}"],
    ]


def test_tables_over_each_other_try_every_pair() -> None:
    with pytest.raises(ExceptionGroup, match="2 of 2 rows") as told:
        alike()
    assert all("1 of 2 rows" in str(wrong) for wrong in told.value.exceptions)


def test_another_error_ends_the_test_and_names_its_row() -> None:
    @table("word", ["1", "one"])
    def numbers(word: str) -> None:
        assert int(word)

    with pytest.raises(ValueError, match="one") as told:
        numbers()
    assert told.value.__notes__ == ["row: {'word': 'one'}"]


def test_a_table_without_rows_fails() -> None:
    with pytest.raises(AssertionError, match="no rows"):
        table("word", [])(lambda word: None)()

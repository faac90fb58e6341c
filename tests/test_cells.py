from tests.support.table import table
from trusthub_tui import cells

SIGNS = [
    ("a", 1),
    ("é", 1),
    ("e\u0301", 1),
    ("日", 2),
    ("한", 2),
    ("👍", 2),
    ("👍\U0001f3fd", 2),
    ("👨\u200d👩", 2),
    ("👨\u200d👩\u200d👧\u200d👦", 2),
    ("🇩🇪", 2),
    ("❤", 1),
    ("❤\ufe0f", 2),
    ("☎\ufe0f", 2),
]


@table(("sign", "columns"), SIGNS)
def test_a_sign_takes_the_columns_it_is_drawn_in_however_many_letters_make_it(sign, columns):
    assert cells.width_of(sign) == columns
    assert cells.width_of(f"x{sign}{sign}y") == 2 * columns + 2


@table(("sign", "columns"), SIGNS)
@table("width", range(9))
def test_a_cut_text_never_ends_within_a_sign_and_never_takes_more_than_its_room(sign, columns, width):
    text = sign * 4
    assert cells.beginning(text, width) == sign * min(4, width // columns)
    assert cells.width_of(cells.shortened(text, width)) <= width
    assert cells.width_of(cells.fitted(text, width)) == width
    assert cells.beginning(text, 4 * columns) == text


@table(("sign", "columns"), SIGNS)
def test_a_word_that_is_too_long_for_a_line_is_cut_between_signs(sign, columns):
    assert cells.wrapped(sign * 5, 2 * columns) == [sign * 2, sign * 2, sign]


def test_text_is_broken_at_spaces_by_columns():
    assert cells.wrapped("日本 の 会社 of Northwind", 8) == ["日本 の", "会社 of", "Northwin", "d"]
    assert cells.wrapped("one two three", 9, first=5) == ["one", "two three"]
    assert cells.wrapped("", 9) == [""]


def test_a_link_can_stay_whole():
    link = "https://www.twilio.com/docs/trust-hub"
    assert cells.wrapped(f"See {link} now", 10, chop=False) == ["See", link, "now"]


def test_where_something_was_cut_two_dots_say_so():
    assert cells.shortened("Northwind Robotics", 10) == "Northwin.."
    assert cells.shortened("Northwind", 9) == "Northwind"
    assert cells.fitted("North", 7) == "North  "


@table(
    ("text", "alike"),
    [
        ("Zürich Börse", "Zurich Borse"),
        ("“Łódź” – 2 × ß", '"Lodz" - 2 x s'),
        ("日本 👍", "???? ??"),
        ("e\u0301ﬁ…", "ef."),
        ("\x1b[1mö", "\x1b[1mo"),
    ],
)
def test_in_ascii_a_text_takes_as_many_columns_as_before(text, alike):
    assert cells.in_ascii(text) == alike
    assert cells.width_of(cells.in_ascii(text)) == cells.width_of(text)

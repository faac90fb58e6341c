"""Lines of an address that name no building, and streets that only look like them."""

from hypothesis import given
from hypothesis import strategies as st

from tests.support.table import table
from trusthub_tui.profile.formats import no_building


@table(
    ("text", "words"),
    [
        ("c/o Hollis & Partners", "c/o"),
        ("C/O John Hollis", "C/O"),
        ("c / o Hollis", "c / o"),
        ("1420 Linden Street, c/o Hollis", "c/o"),
        ("c/o: Hollis", "c/o"),
        ("℅ Hollis", "℅"),
        ("C/- Hollis Accountants", "C/-"),
        ("Care of Hollis & Partners", "Care of"),
        ("% John Hollis", "%"),
        ("p/a Jansen", "p/a"),
        ("p. A. Huber Treuhand", "p. A."),
        ("presso Studio Rossi", "presso"),
        ("Aux bons soins de M. Martin", "Aux bons soins de"),
        ("A/C de João Silva", "A/C"),
        ("株式会社白川気付", "気付"),
        ("Registered Agents Inc, 30 N Gould St", "Registered Agents Inc"),
        ("Northwest Registered Agent LLC", "Registered Agent LLC"),
        ("Corporation Trust Center, 1209 Orange St", "Corporation Trust Center"),
        ("c/o Corporation Service Company", "c/o"),
        ("C T Corporation System", "C T Corporation System"),
    ],
)
def test_whoever_passes_mail_on_is_named(text: str, words: str) -> None:
    assert no_building.care_of(text) == words


@table(
    "text",
    [
        "C/ O'Donnell 12",
        "C/O'Donnell 12",
        "C/Orense 5",
        "Calle Olmo 12, 3º C/D",
        "Unit 3 a/c Building",
        "12 Care of Creation Road",
        "Child Care Offices, 12 High Street",
        "Via Espresso 12",
        "Presso-Straße 3",
        "Corporation Street 12",
        "12 Agent Street",
        "Co. Kerry",
        "Suite 12, c-ollege road",
        "100% Building",
        "ul. P. A. Nowaka 5",
    ],
)
def test_a_street_hands_no_mail_on(text: str) -> None:
    assert no_building.care_of(text) == ""


@table(
    "text",
    [
        "https://www.calderrobotics.com",
        "www.calderrobotics.com",
        "calderrobotics.com",
        "calderrobotics.co.uk/contact",
        "nordlicht-moebel.de",
        "hello@calderrobotics.com",
        "Remote",
        "fully remote",
        "Same as mailing",
        "SAME AS MAILING ADDRESS",
        "same as billing",
        "(same)",
        "Online only",
        "Work from home",
        "Worldwide",
        "No physical address",
        "none",
        "wie oben",
        "Homeoffice",
        "comme ci-dessus",
        "Télétravail",
        "misma dirección",
        "come sopra",
        "mesmo endereço",
        "zelfde adres",
        "jak wyżej",
        "онлайн",
        "同上",
        "リモート",
        "재택근무",
    ],
)
def test_an_answer_that_is_no_place_is_told(text: str) -> None:
    assert no_building.names_no_place(text)


@table(
    "text",
    [
        "",
        "548 Market St",
        "12 Remote Road",
        "Online House, 5 High Street",
        "Home Farm",
        "The Old Post Office",
        "Hauptstr.5",
        "Hauptstr. 5",
        "Rua A.B.C. 12",
        "St. John's",
        "Av.Paulista 1000",
        "Global Business Park",
        "Worldwide Plaza, 825 8th Ave",
        "Same Street 5",
        "ul. Zdalna 5",
        "渋谷区道玄坂1-2-3",
        "Booking.com Campus, Oosterdokskade 163",
        "Calle Igualdad 12",
    ],
)
def test_a_place_is_a_place(text: str) -> None:
    assert not no_building.names_no_place(text)


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(no_building.care_of(text), str)
    assert no_building.names_no_place(text) in (True, False)

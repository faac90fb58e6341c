"""Post office boxes and mail drops in many languages, and names that only look like them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trusthub_tui.profile.formats import mail_drop
from trusthub_tui.profile.formats.mail_drop import MailDrop


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("US", "PO Box 12"),
        ("US", "P.O. Box 1234"),
        ("US", "P O BOX 5"),
        ("US", "p.o.box 12"),
        ("US", "POBox12"),
        ("US", "Post Office Box 9"),
        ("US", "POB 99"),
        ("US", "Box 5, P.O."),
        ("US", "Box 12"),
        ("US", "548 Market St, PO Box 12"),
        ("US", "P.O. Drawer 12"),
        ("AU", "GPO Box 2000"),
        ("AU", "Locked Bag 12"),
        ("ZA", "Private Bag X12"),
        ("AE", "P.O. Box 1234"),
        ("DE", "Postfach 12 34 56"),
        ("CH", "Postfach"),
        ("AT", "PF 12"),
        ("DE", "Packstation 123"),
        ("NL", "Postbus 12"),
        ("NL", "Antwoordnummer 12"),
        ("FR", "Boîte postale 12"),
        ("FR", "BP 12"),
        ("FR", "12 rue de la Paix, B.P. 45"),
        ("CH", "Case postale 12"),
        ("CA", "C.P. 1234"),
        ("ES", "Apartado de correos 12"),
        ("ES", "Apdo. 12"),
        ("MX", "Apartado postal 5"),
        ("CO", "A.A. 1234"),
        ("CL", "Casilla 12"),
        ("AR", "Casilla de Correo 12"),
        ("BR", "Caixa Postal 12"),
        ("PT", "Apartado 12"),
        ("IT", "Casella postale 12"),
        ("IT", "C.P. 12"),
        ("PL", "Skrytka pocztowa 12"),
        ("PL", "skr. poczt. 12"),
        ("CZ", "Poštovní přihrádka 12"),
        ("HU", "Pf. 12"),
        ("HU", "Postafiók 12"),
        ("RO", "Căsuța poștală 12"),
        ("RO", "O.P. 3, C.P. 12"),
        ("BG", "П.К. 12"),
        ("RU", "а/я 12"),
        ("RU", "Абонентский ящик 12"),
        ("GR", "Τ.Θ. 12"),
        ("DK", "Postboks 12"),
        ("SE", "Box 123"),
        ("FI", "PL 12"),
        ("IS", "Pósthólf 12"),
        ("TR", "P.K. 12"),
        ("JP", "私書箱12号"),
        ("JP", "新宿郵便局私書箱第12号"),
        ("TW", "郵政信箱12號"),
        ("KR", "사서함 12호"),
        ("IL", "ת.ד. 12"),
        ("SA", "ص.ب. 12"),
        ("TH", "ตู้ ปณ. 12"),
    ],
)
def test_a_box_is_found(country: str, text: str) -> None:
    assert mail_drop.find(text, country) is MailDrop.PO_BOX


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("PMB 123", MailDrop.PRIVATE_BOX),
        ("548 Market St PMB 12345", MailDrop.PRIVATE_BOX),
        ("Private Mailbox 12", MailDrop.PRIVATE_BOX),
        ("c/o The UPS Store", MailDrop.PRIVATE_BOX),
        ("General Delivery", MailDrop.HELD),
        ("Poste restante", MailDrop.HELD),
        ("Lista de correos", MailDrop.HELD),
        ("Fermo posta", MailDrop.HELD),
        ("Postlagernd", MailDrop.HELD),
        ("Virtual Office 12", MailDrop.VIRTUAL),
    ],
)
def test_other_mail_drops_are_named(text: str, kind: MailDrop) -> None:
    assert mail_drop.find(text, "US") is kind


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("US", ""),
        ("US", "548 Market St"),
        ("AU", "12 Box Hill Road"),
        ("AU", "Box Hill Road 5"),
        ("GB", "Boxwood House, 12 Boxwood Lane"),
        ("GB", "5 Post Office Lane"),
        ("GB", "The Old Post Office"),
        ("US", "12 Poboxer St"),
        ("US", "1200 Polk St"),
        ("US", "RR 2 Box 15"),
        ("DE", "Postfachweg 5"),
        ("DE", "Postplatz 1"),
        ("DE", "Am Pfarrhof 12"),
        ("NL", "Postbuslaan 12"),
        ("BE", "Wetstraat 12 bus 5"),
        ("BE", "Rue de la Loi 12 boîte 5"),
        ("FR", "12 rue Bonaparte"),
        ("FR", "12 boulevard de la Poste"),
        ("ES", "Calle Apartamento 12"),
        ("ES", "Calle del Correo 12"),
        ("MX", "Calle 5, C.P. 06000"),
        ("CO", "Calle 100 # 8A-55"),
        ("IT", "Via della Posta 12"),
        ("PL", "ul. Pocztowa 12"),
        ("FI", "Plotinakatu 12"),
        ("GB", "BP Tower"),
        ("US", "12 Casilla Dr"),
        ("US", "PL 12"),
        ("JP", "渋谷区道玄坂1-2-3"),
        ("US", "General Deliverance Ave 12"),
    ],
)
def test_a_street_that_only_looks_like_one_is_left_alone(country: str, text: str) -> None:
    assert mail_drop.find(text, country) is None


@given(st.text(max_size=400), st.sampled_from(["", "US", "DE", "FI", "XX", "TR"]))
@example("P.O. Box 12", "US")
def test_no_text_breaks_it(text: str, country: str) -> None:
    found = mail_drop.find(text, country)
    assert found is None or isinstance(found, MailDrop)


@pytest.mark.parametrize("piece", ["p o ", "box 1 ", "p", " ", "1", "郵", "ﷺ", "c p n "])
@pytest.mark.timeout(30)  # a hundredth of that is enough, unless work grows with the square of the length
def test_text_of_any_length_is_read_to_its_end(piece: str) -> None:
    found = mail_drop.find(piece * 200_000, "CH")
    assert found is None or isinstance(found, MailDrop)

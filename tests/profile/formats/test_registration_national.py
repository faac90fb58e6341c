"""National numbers in the spellings people use, with and without the words around them."""

from tests.support.table import table
from trusthub_tui.profile.formats import registration
from trusthub_tui.profile.formats.registration import Doubt, RegistrationNumber

NUMBERS = [
    ("FR", "552 008 443 RCS PARIS", "SIREN", "552008443"),
    ("FR", "RCS PARIS 552 008 443", "SIREN", "552008443"),
    ("FR", "SIREN : 552 008 443", "SIREN", "552008443"),
    ("FR", "R.C.S. PARIS B 552 008 443", "SIREN", "552008443"),
    ("IT", "P.IVA 09184720010", "partita IVA", "09184720010"),
    ("IT", "IT09184720010", "partita IVA", "IT09184720010"),
    ("IT", "P. IVA IT09184720010", "partita IVA", "IT09184720010"),
    ("IT", "C.F. E P.IVA 09184720010", "partita IVA", "09184720010"),
    ("BR", "CNPJ 16.727.230/0001-97", "CNPJ", "16727230000197"),
    ("MX", "RFC: GODE561231GR8", "RFC", "GODE561231GR8"),
    ("DE", "UST-IDNR. DE136695976", "VAT number", "DE136695976"),
    ("DE", "DE 136 695 976", "VAT number", "DE136695976"),
    ("DE", "HRB 1234, AG MÜNCHEN", "Handelsregister number", "HRB 1234, AG MÜNCHEN"),
    ("DE", "MÜNCHEN HRB 1234", "Handelsregister number", "MÜNCHEN HRB 1234"),
    ("DE", "HRB1234", "Handelsregister number", "HRB1234"),
    ("DE", "HRB-1234", "Handelsregister number", "HRB-1234"),
    ("DE", "HRB NR. 1234", "Handelsregister number", "HRB NR. 1234"),
    ("DE", "HRB: 1234", "Handelsregister number", "HRB: 1234"),
    ("AT", "FN 122119M", "Firmenbuchnummer", "FN 122119M"),
    ("AT", "FN122119 M", "Firmenbuchnummer", "FN122119 M"),
    ("AT", "122119M", "Firmenbuchnummer", "122119M"),
    ("AT", "FN 122119 M HG WIEN", "Firmenbuchnummer", "FN 122119 M HG WIEN"),
    ("AT", "ATU13585627", "UID", "ATU13585627"),
    ("AT", "UID: ATU13585627", "UID", "ATU13585627"),
    ("AT", "ZVR 123456789", "ZVR number", "ZVR 123456789"),
    ("CH", "CHE-100.155.212 MWST", "VAT number", "CHE100155212MWST"),
    ("CH", "CH-020.3.001.234-5", "register number", "CH-020.3.001.234-5"),
    ("NL", "KVK 27168740", "KvK number", "KVK 27168740"),
    ("NL", "KVK: 27168740", "KvK number", "KVK: 27168740"),
    ("NL", "NL004495445B01", "BTW number", "NL004495445B01"),
    ("BE", "BE 0403.170.701", "enterprise number", "BE0403170701"),
    ("BE", "BTW BE 0403.170.701", "enterprise number", "BE0403170701"),
    ("BE", "403.170.701", "enterprise number", "403170701"),
    ("BE", "RPR ANTWERPEN 0403.170.701", "enterprise number", "0403170701"),
    ("SE", "ORG.NR 556812-3474", "organisationsnummer", "5568123474"),
    ("SE", "SE556812347401", "VAT number", "SE556812347401"),
    ("NO", "ORG.NR. 923 456 783", "organisation number", "923456783"),
    ("NO", "NO 923 456 783 MVA", "MVA number", "NO923456783MVA"),
    ("DK", "CVR-NR. 13585628", "CVR number", "13585628"),
    ("DK", "DK 13585628", "CVR number", "DK13585628"),
    ("FI", "Y-TUNNUS 2077474-0", "Y-tunnus", "20774740"),
    ("FI", "FI20774740", "Y-tunnus", "FI20774740"),
    ("FI", "2077474-0", "Y-tunnus", "20774740"),
    ("PL", "NIP 676-124-53-33", "NIP", "6761245333"),
    ("PL", "NIP: 6761245333", "NIP", "6761245333"),
    ("PL", "KRS: 0000418273", "KRS number", "KRS: 0000418273"),
    ("PL", "PL6761245333", "NIP", "PL6761245333"),
    ("PL", "REGON 123456785", "REGON", "123456785"),
    ("SK", "IČO: 46281738", "IČO", "IČO: 46281738"),
    ("HU", "12892312-2-41", "tax number", "12892312-2-41"),
    ("HU", "HU12892312", "tax number", "HU12892312"),
    ("RO", "CUI 18547290", "CUI", "18547290"),
    ("RO", "J12/1234/2015", "trade register number", "J12/1234/2015"),
    ("BG", "ЕИК 175074752", "UIC", "175074752"),
    ("BG", "BG175074752", "UIC", "BG175074752"),
    ("HR", "OIB: 33392005961", "OIB", "33392005961"),
    ("RS", "MB 20847315", "registration number", "MB 20847315"),
    ("RS", "PIB 101134702", "PIB", "101134702"),
    ("GR", "ΑΦΜ 094259216", "VAT number", "094259216"),
    ("GR", "EL094259216", "VAT number", "EL094259216"),
    ("GR", "Γ.Ε.ΜΗ. 121234501000", "GEMI number", "Γ.Ε.ΜΗ. 121234501000"),
    ("CY", "HE345127", "HE number", "HE345127"),
    ("CY", "ΗΕ 345127", "HE number", "ΗΕ 345127"),
    ("MT", "C58214", "company number", "C58214"),
    ("MT", "MT11679112", "VAT number", "MT11679112"),
    ("LU", "B 183427", "RCS number", "B 183427"),
    ("LU", "B183.427", "RCS number", "B183.427"),
    ("LU", "RCS LUXEMBOURG B 183427", "RCS number", "RCS LUXEMBOURG B 183427"),
    ("LU", "LU15027442", "VAT number", "LU15027442"),
    ("IE", "CRO 512847", "CRO number", "CRO 512847"),
    ("IE", "IE 6388047V", "VAT number", "IE6388047V"),
    ("LV", "40003012497", "registration number", "40003012497"),
    ("LV", "LV40003012497", "registration number", "LV40003012497"),
    ("LT", "304512378", "legal entity code", "304512378"),
    ("IS", "KT. 520391-2150", "kennitala", "5203912150"),
    ("TR", "VKN 4540536920", "VKN", "4540536920"),
    ("TR", "0498041273500018", "MERSIS number", "0498041273500018"),
    ("RU", "ИНН 7707083893", "INN", "7707083893"),
    ("RU", "ОГРН 1027700132195", "OGRN", "1027700132195"),
    ("KR", "110111-1234569", "corporate registration number", "110111-1234569"),
    ("JP", "0100-01-123456", "company registration number", "0100-01-123456"),
    ("JP", "T7000012050002", "corporate number", "T7000012050002"),
    ("CN", "统一社会信用代码 91110000600037341L", "unified social credit code", "91110000600037341L"),
    ("TW", "統編 00501503", "UBN", "00501503"),
    ("HK", "BR 31582764", "business registration number", "BR 31582764"),
    ("HK", "CR NO. 1234567", "company number", "CR NO. 1234567"),
    ("HK", "68214735-000-03-26-8", "business registration number", "68214735-000-03-26-8"),
    ("VN", "0100233488-001", "MST", "0100233488001"),
    ("ID", "NPWP 01.300.066.6-091.000", "NPWP", "013000666091000"),
    ("ID", "NIB 9120106472813", "NIB", "NIB 9120106472813"),
    ("ID", "0013000666091000", "NPWP", "0013000666091000"),
    ("NZ", "NZBN 9429046281739", "NZBN", "NZBN 9429046281739"),
    ("NZ", "1234567", "company number", "1234567"),
    ("NZ", "NZCN 1234567", "company number", "NZCN 1234567"),
    ("ZA", "2014/123584/07", "registration number", "2014/123584/07"),
    ("ZA", "2014 / 123584 / 07", "registration number", "2014 / 123584 / 07"),
    ("ZA", "K2014123584", "registration number", "K2014123584"),
    ("ZA", "REG. NO. 2014/123584/07", "registration number", "REG. NO. 2014/123584/07"),
    ("KE", "PVT-9XUE7ABD", "company number", "PVT-9XUE7ABD"),
    ("KE", "CPR/2010/28412", "company number", "CPR/2010/28412"),
    ("KE", "C.123456", "company number", "C.123456"),
    ("KE", "PIN P051365947M", "PIN", "P051365947M"),
    ("EG", "123456", "commercial register number", "123456"),
    ("MA", "RC 123456", "RC number", "RC 123456"),
    ("MA", "RC CASABLANCA 123456", "RC number", "RC CASABLANCA 123456"),
    ("MA", "IF 1234567", "IF", "IF 1234567"),
    ("SA", "1010428375", "commercial registration number", "1010428375"),
    ("SA", "CR 7001234567", "commercial registration number", "CR 7001234567"),
    ("CO", "NIT 900.123.456-8", "NIT", "9001234568"),
    ("CO", "900123456", "NIT", "900123456"),
    ("CO", "NIT. 900123456-8", "NIT", "9001234568"),
    ("CL", "RUT 76.086.428-5", "RUT", "760864285"),
    ("CL", "76086428-5", "RUT", "760864285"),
    ("AR", "CUIT: 30-71234567-1", "CUIT", "30712345671"),
    ("AR", "CUIT N° 30-71234567-1", "CUIT", "30712345671"),
    ("CR", "CÉDULA JURÍDICA 3-101-418273", "cédula jurídica", "3101418273"),
    ("DO", "RNC 1-31-24679-6", "RNC", "131246796"),
    ("GT", "576937-K", "NIT", "576937K"),
    ("PY", "80028061-0", "RUC", "800280610"),
    ("GH", "CS084152018", "company number", "CS084152018"),
    ("MC", "12S05678", "RCI number", "12S05678"),
    ("LI", "FL-0002.345.678-9", "register number", "FL-0002.345.678-9"),
    ("MK", "4030000375897", "EDB", "4030000375897"),
    ("DE", "HRB-Nr. 12345", "Handelsregister number", "HRB-Nr. 12345"),
    ("DE", "HR B 12345", "Handelsregister number", "HR B 12345"),
    ("DE", "HRB Nummer 12345", "Handelsregister number", "HRB Nummer 12345"),
    (
        "DE",
        "Amtsgericht München, HRB-Nr. 12345",
        "Handelsregister number",
        "Amtsgericht München, HRB-Nr. 12345",
    ),
    ("DE", "GsR 123", "Handelsregister number", "GsR 123"),
    ("FR", "RCS Nancy B 552 008 443", "SIREN", "552008443"),
    ("FR", "B 552 008 443", "SIREN", "552008443"),
    ("LU", "R.C.S. Luxembourg B 183427", "RCS number", "R.C.S. Luxembourg B 183427"),
    ("MX", "ÑAÑ010101AB1", "RFC", "ÑAÑ010101AB1"),
    ("BY", "УНП 190275968", "UNP", "190275968"),
    ("BY", "УНП190275968", "UNP", "190275968"),
    ("BG", "ЕИК175074752", "UIC", "175074752"),
    ("RS", "ПИБ 101134702", "PIB", "101134702"),
    ("UA", "ЄДРПОУ 32855961", "EDRPOU", "32855961"),
    ("KZ", "БИН 941240000193", "BIN", "БИН 941240000193"),
    ("SA", "٧٠٠١٢٣٤٥٦٧", "commercial registration number", "7001234567"),
    ("JP", "法人番号7000012050002", "corporate number", "7000012050002"),
    ("JP", "第0100-01-123456号", "company registration number", "第0100-01-123456号"),
    ("LT", "301844044", "legal entity code", "301844044"),
    ("LT", "Įmonės kodas 121215434", "legal entity code", "Įmonės kodas 121215434"),
    ("KR", "130111-0006246", "corporate registration number", "130111-0006246"),
    ("AU", "51 824 753 556", "ABN", "51824753556"),
    ("AU", "ABN: 51 824 753 556", "ABN", "51824753556"),
    ("AU", "ACN 004 085 616", "ACN", "004085616"),
    ("IN", "27AAPFU0939F1ZV", "GSTIN", "27AAPFU0939F1ZV"),
    ("IN", "AAB-1234", "LLPIN", "AAB-1234"),
]


@table(("country", "typed", "kind", "sent"), NUMBERS)
def test_a_national_number_is_known_by_its_kind(country: str, typed: str, kind: str, sent: str) -> None:
    read = registration.read("Other", typed, country)
    assert isinstance(read, RegistrationNumber)
    assert (read.kind, read.doubt, read.canonical) == (kind, None, sent)


@table(
    ("id_type", "typed", "country", "sent"),
    [
        ("VAT", "USt-IdNr.: DE136695976", "DE", "DE136695976"),
        ("VAT", "P.IVA IT09184720010", "IT", "IT09184720010"),
        ("VAT", "BTW BE 0403.170.701", "BE", "BE0403170701"),
        ("CN", "Registered in England No. 09273648", "GB", "09273648"),
        ("ACN", "A.C.N. 614 827 351", "AU", "614827351"),
        ("EIN", "Employer identification number 84-3152967", "US", "84-3152967"),
        ("VATRN", "C.U.I. RO18547290", "RO", "RO18547290"),
        ("VAT", "ΑΦΜ ΕΛ 094259216", "GR", "EL094259216"),
        ("VAT", "ΕΛ094259216", "GR", "EL094259216"),
        ("VAT", "БГ175074752", "BG", "BG175074752"),
        ("VAT", "ИН по ДДС BG175074752", "BG", "BG175074752"),
        ("VAT", "DЕ136695976", "DE", "DE136695976"),
        ("CN", "ЅС123456", "GB", "SC123456"),
        ("EIN", "٨٤-١٩٢٧٣٦٥", "US", "84-1927365"),
        ("RN", "ח.פ. 516179157", "IL", "516179157"),
    ],
)
def test_words_before_a_number_are_no_part_of_it(id_type: str, typed: str, country: str, sent: str) -> None:
    read = registration.read(id_type, typed, country)
    assert isinstance(read, RegistrationNumber)
    assert (read.canonical, read.doubt) == (sent, None)


@table(
    ("country", "typed", "kind"),
    [
        ("BE", "0403170702", "enterprise number"),
        ("BE", "RPR Antwerpen 0403.170.702", "enterprise number"),
        ("LT", "301844045", "legal entity code"),
        ("NZ", "9429046281738", "NZBN"),
        ("SK", "46 281 734", "IČO"),
        ("KZ", "941240000194", "BIN"),
        ("IE", "IE 6388047W", "VAT number"),
        ("AU", "51 824 753 557", "ABN"),
        ("IN", "27AAPFU0939F1ZW", "GSTIN"),
    ],
)
def test_a_mistyped_national_number_is_known_by_its_check_digit(country: str, typed: str, kind: str) -> None:
    read = registration.read("Other", typed, country)
    assert isinstance(read, RegistrationNumber)
    assert (read.kind, read.doubt) == (kind, Doubt.CHECK_DIGIT)


def test_a_korean_corporation_may_have_no_check_digit_any_more() -> None:
    read = registration.read("Other", "130111-0006247", "KR")
    assert isinstance(read, RegistrationNumber)
    assert read.doubt is Doubt.OLD_CHECK_DIGIT


@table(("country", "typed"), [("AU", "INC9876543"), ("AU", "A0012345B"), ("IN", "UDYAM-KR-03-0012345")])
def test_where_many_registers_number_businesses_none_is_a_surprise(country: str, typed: str) -> None:
    read = registration.read("Other", typed, country)
    assert isinstance(read, RegistrationNumber)
    assert read.doubt is None

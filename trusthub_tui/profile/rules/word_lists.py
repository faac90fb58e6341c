"""Words that give away what a name or a mailbox is: our own lists, in one place to question them."""

import re
from typing import Final

from trusthub_tui.profile import normalize


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _folded(text: str) -> frozenset[str]:
    """Return words as names are compared: in small letters, without accents."""
    return frozenset(normalize.words(word) for word in text.split())


_TASKS_ABROAD: Final = _words("""
    accueil acquisti administracion administratie administrativo amministrazione asiakaspalvelu
    assistenza atencion atencionalcliente atendimento bestellung bilgi biuro boekhouding bonjour
    buchhaltung clientes clienti comenzi comercial commandes commerciale compras comptabilite
    contabilidad contabilita contabilitate contacto contato contatti correo destek direction eigyo
    einkauf ekonomi empfang facturacion facturation faktura fatture finance financeiro firmapost geral
    iletisim inkoop iroda jinji keiri klantenservice kontor ksiegowosc kundenservice kundservice
    laskutus mailbox muhasebe myynti obchod oficina ordini otoiawase pedidos penjualan podpora post
    prenotazioni recepcion receptie rechnung rechnungen recrutement reservas reservation reservierung
    rezeption rrhh salg satis secretariat segreteria sekretariat service sklep soporte soumu sprzedaz
    suporte titkarsag toiawase toimisto ufficio ugyfelszolgalat vanzari vendas vendite ventas verkauf
    verkoop vertrieb verwaltung zakazka zentrale
""")
"""The same in other languages, put together by us."""

TASK_MAILBOXES: Final = _TASKS_ABROAD | _words("""
    abuse account accounting accounts admin administration administrator all billing board booking bookings
    buero careers company compliance contact contactus customer customercare customerservice desk dev
    developers dispatch enquiries enquiry everyone feedback finance front frontdesk general hallo hello help
    helpdesk hi hola hostmaster hr info information inquiries inquiry invoice invoices it jobs kontakt legal
    mail mailbox management marketing media news newsletter noreply office officeadmin operations ops orders
    partners payments payroll postmaster press privacy procurement purchasing reception recruiting reply
    reservations root sales security service services shared shop staff support team tech technical test
    travel us users webmaster welcome
""")
"""Mailboxes that stand for a task. Source: RFC 2142, Twilio's A2P page, and common use."""

UNREAD_MAILBOXES: Final = _words("noreply no-reply no_reply donotreply do-not-reply do_not_reply")
"""Mailboxes that only send."""

TASK_FIRST_NAMES: Final = _words("""
    account accounting accounts admin administration administrator authorized billing business client company
    compliance contact corporate customer department executive finance front general head help helpdesk hr
    human info information legal main manager management marketing notification office operations ops owner
    payroll primary procurement reception receptionist regulatory representative sales secondary secretary
    service shared signatory staff support team tech technical the geschaftsleitung geschaftsfuhrung
    geschaftsfuhrer verwaltung abteilung direction direzione direccion gerencia administracion
""")
"""What stands in place of a first name when a task is named instead of a person."""

TASK_LAST_NAMES: Final = _words("""
    account accounting accounts admin administration administrator billing care compliance contact department
    dept desk finance helpdesk hr hotline info information inbox line management marketing manager officer
    operations ops payroll reception representative resources sales service services staff support team
""")
"""What stands in place of a last name beside such a first name."""

NEVER_A_FIRST_NAME: Final = _words("""
    accounting accounts admin administration administrator billing customer department frontdesk helpdesk hr
    info information marketing operations payroll reception sales secretary service staff support team
    webmaster
""")
"""Those of them that are nobody's first name, whatever the last name is."""

GROUPS: Final = _words("administrators department dept helpdesk team teams")
"""Words that are nobody's last name: they name a group."""

NO_ANSWERS: Final = _words("""
    asdf asdfasdf blah foo foobar n/a qwerty tba tbd test testing todo undefined unknown xx xxx xxxx
""") | {"lorem ipsum", "not applicable", "same as above", "see above", "to be determined"}
"""What people type to get past a field, in small letters."""

STAND_INS: Final = _words("""
    abc asdf bar example fake first fname foo last lname lorem ipsum name na none null person qwerty surname
    tba tbd test tester testing todo undefined unknown user xx xxx xyz firstname lastname noname nobody
    anonymous anon nil placeholder sample demo dummy
""")
"""What people type when they have no name at hand."""

_TITLES_ABROAD: Final = _folded("""
    Abteilung Einkauf Vertrieb Verkauf Buchhaltung Geschäftsleitung Geschäftsführung Geschäftsführer
    Geschäftsführerin Leitung Personalabteilung Rechtsabteilung Kundendienst Verwaltung Sekretariat Empfang
    service client clients direction comptabilité achats ventes ressources humaines juridique département
    directeur directrice général générale gérance gérant gérante président présidente commercial standard
    departamento recursos humanos ventas compras contabilidad gerente gerencia director directora
    administración administrador representante atención cliente presidente
    ufficio acquisti vendite amministratore amministrazione delegato unico direzione direttore risorse umane
    vendas financeiro jurídico diretor diretora administrativo
    afdeling inkoop verkoop directie dział dyrektor generalny prezes zarządu kierownik
    verkställande direktör toimitusjohtaja administrerende direktør genel müdür müdürü insan kaynakları
    отдел продаж закупок кадров генеральный директор бухгалтерия администратор менеджер техподдержка служба
    поддержки генеральний відділ продажів
    総務部 人事部 営業部 経理部 担当 担当者 代表 取締役 代表取締役 社長 部長 総務 経理
    总经理 經理 经理 總經理 人事部 财务部 董事长 客服 法人代表 法人 负责人 財務部
    대표이사 대표 사장 이사 부장 인사팀 총무팀 담당자 담당
    المدير العام مدير المبيعات
""")
"""Titles and departments in other languages."""

TITLES_AND_TASKS: Final = (
    TASK_LAST_NAMES
    | _TITLES_ABROAD
    | _words("""
    accounts agent analyst app api assistant associate authorised authorized board bot business ceo cfo
    chairman chairperson chief cio cmo company coo corporate cto customer data deputy digital director
    ecommerce ekyc executive
    external founder cofounder general global head internal kyc lead legal managing managment md messaging
    operating owner partner payable platform portal president principal principals product project purchasing
    receivable regional registered regulatory relations secretary senior shared sms software svp system
    systems technical technology treasurer trust unit verification vice vp web webmaster
    company directors signatory proprietor proprietress member sole secretary user gateway otp twilio success
    chairwoman treasurer controller comptroller counsel supervisor coordinator engineer engineering developer
    consultant specialist executives shareholder beneficial nominee trustee incorporator organizer
    inhaber inhaberin vorstand administrateur titolare propietario proprietario socio eigenaar prokurist
""")
)
"""Titles, tasks and things: a first and last name made of nothing else name no person."""

LITTLE_WORDS: Final = _words("and for of the to our de des du der die das und et y e mr mrs ms miss sir")
"""Words that join others, or only say how somebody is addressed."""

SHORT_TITLES: Final = re.compile(r"(?<![\w.])(?:C[EFTIM]O|CISO|CPO|EVP|SVP)(?![\w.])")
"""Titles that are nobody's initials, as they are written."""

COURTESY_TITLES: Final = re.compile(
    r"\A(?:mrs?|ms|mister|herr|frau|monsieur|madame|mme|mlle|señora?|senora)(?:\.\s*|\s+)(?=\w)"
    r"|\A(?:(?:mrs?|ms|dr|prof|mme|mlle)\.?\s*)+\Z|[\s,]esq\.?\Z",
    re.IGNORECASE,
)
"""How people are addressed, before a name, behind it, or in its place.

``Dr.`` before a name is in the papers of some countries.
"""

BEHIND_A_NAME: Final = TITLES_AND_TASKS - _words("md lead head page senior junior principal")
"""Titles and tasks that stand alone behind a name; MD is a doctor there, and some are last names."""

BUSINESS_WORDS: Final = _words("""
    technologies solutions holdings enterprises industries ventures logistics software consulting associates
    services systems communications properties foundation institute university agency studios productions
    international worldwide laboratories pharmaceuticals restaurants hospitality consultants contractors
    distributors insurance realty telecom airlines motors electronics
""")
"""What names of businesses end in and nobody's last name is."""

NOBODYS_NAME: Final = _words("""
    llc llp pllc inc incorporated ltd limited corp corporation gmbh plc pty pte pvt bhd sdn sarl srl sprl
    bvba kft zrt sro ood eood ltda ооо оао зао пао тоо jsc ojsc pjsc lllp eirl eurl sasu gesmbh ohg kgaa
    spzoo oyj aps spolka
""")
"""Legal forms in names of businesses that are no name of a person in any language we know."""

MADE_UP_PEOPLE: Final = frozenset(
    (
        *(("john", "doe"), ("jane", "doe"), ("joe", "bloggs"), ("joe", "blow"), ("fulano", "detal")),
        *(("max", "mustermann"), ("erika", "mustermann"), ("maria", "mustermann"), ("jan", "modaal")),
        *(("first", "name"), ("your", "name"), ("same", "asabove"), ("mickey", "mouse"), ("donald", "duck")),
    )
)
"""First and last names that every form has as an example."""

FORMS_IN_OTHER_SCRIPTS: Final = (
    "株式会社",
    "有限会社",
    "合同会社",
    "有限公司",
    "주식회사",
    "유한회사",
    "บริษัท",
)

NOBODYS_NAME_AS_WRITTEN: Final = re.compile(
    r"(?<!\w)(?:S\.p\.A\.?|SpA|[Ss]p\. ?z ?o\. ?o\.?|d\. ?o\. ?o\.?|o\. ?o\. ?d\.?|A/S|e\.V\.|e\.K\."
    r"|w\.l\.l\.?)(?!\w)"
)
"""Legal forms that are nobody's initials in the case they are written in."""

LAST_WORD_IN: Final = {
    "AT CH DE LI": ("AG", "KG", "UG", "OG", "SE"),
    "BE NL": ("B.V.", "BV", "N.V.", "NV", "VOF"),
    "BE CH ES FR LU PT": ("S.A.", "SA"),
    "CO FR": ("S.A.S.", "SAS"),
    "DK NO SE": ("AB", "AS", "ASA"),
    "FI": ("Oy", "OY", "Ab"),
    "JP": ("K.K.", "KK"),
}
"""Legal forms at the end of a last name that are somebody's initials elsewhere, by country."""

KEYBOARD_ROWS: Final = (
    "abcdefghijklmnopqrstuvwxyz",
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("ицукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
)
"""The alphabet, and rows of the keyboards of the world, as a bored hand types them; without accents."""

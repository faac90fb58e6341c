"""What post office boxes and mail drops are called, country by country: data for reading addresses.

The words are those of the postal services and of common abbreviations. They stand as people write them,
parted by ``|``, and are compared without case, accents and signs.
"""

from enum import Enum
from typing import Final


class MailDrop(Enum):
    """What stands in an address where a building should."""

    PO_BOX = "a PO box"
    PRIVATE_BOX = "a private mailbox"
    RURAL_BOX = "a box on a rural route"
    MILITARY = "a military post office"
    LOCKER = "a parcel locker"
    HELD = "mail kept at the post office"
    VIRTUAL = "a virtual office"


ALWAYS: Final = {
    MailDrop.PO_BOX: """
        post office box | p o box | po box | pobox | p o b box | gpo box | g p o box | post office drawer
        cpo box | c p o box | kpo box | k p o box | po drawer | p o drawer | postal drawer | caller service
        caller box | locked bag | private mail bag | postal bag | bag service | freepost | free post
        posbus | privaatsak | privaat sak
        postfach | grosspostfach | großpostfach | postschließfach
        postbus | antwoordnummer | boite postale | boite postal | case postale | chascha postala
        apartado de correos | apartado postal | apartado aereo | apartado correos | apartat de correus
        apdo de correos | apdo correos | apdo postal | apto postal | aptdo postal | posta kutxatila
        casilla correo | casilla de correo | casilla de correos | cas postale
        casilla postal | caixa postal | cx postal | cxa postal
        casella postale | caspost | kaxxa postali | kaxxa tal-posta | blwch post | bosca poist
        skrytka pocztowa | skrytka poczt | skr poczt | skrzynka pocztowa | przegródka pocztowa
        poštovní přihrádka | poštová priehradka | poštový priečinok | pošt prieč | pošt přihr
        postafiók | căsuța poștală | căsuței poștale | poštni predal | poštanski pretinac
        poštanski fah | poštanski pregradak | pošt fah | kutia postare | posta kutusu | poçt qutusu
        postboks | serviceboks | postbox nr | postilokero | pósthólf | postlåda
        pasta kastīte | abonenta kastīte | pašto dėžutė | abonentinė dėžutė | abonementpostkast
        ταχυδρομική θυρίδα | ταχ θυρ | ταχ θυρίδα
        пощенска кутия | пощ кутия | абонентский ящик | абонентный ящик | почтовый ящик
        абонентська скринька | поштова скринька | абанентная скрыня | абаненцкая скрыня | паштовая скрыня
        поштански фах | поштенски фах | пошт фах | поштански преградак | поштански претинац
        поштенско сандаче | абоненттік жәшік | пошта жәшігі | шуудангийн хайрцаг
        საფოსტო ყუთი | აბონენტის ყუთი | փոստարկղ | փոստային արկղ
        kotak pos | tromol pos | peti surat | hòm thư | hộp thư bưu điện | sanduku la posta
        ת ד | תא דואר | תיבת דואר | ص ب | صندوق بريد | صندوق البريد | صندوق بريدي | صندوق پستی
        پوسٹ بکس | پوسٹ باکس | पोस्ट बॉक्स | पोष्ट बक्स | डाक पेटी | পোস্ট বক্স | தபால் பெட்டி | තැපැල් පෙට්ටිය
        ፖ ሳ ቁ | የፖስታ ሳጥን | ប្រអប់សំបុត្រ
    """,
    MailDrop.PRIVATE_BOX: """
        private mailbox | private mail box | mail boxes etc | mailboxes etc | mail drop | maildrop | ups store
        the ups store | postnet suite | postalannex | postal annex | pak mail | anytime mailbox | ipostal1
        earth class mail | postscan mail | virtual post mail | us global mail | mail forwarding
    """,
    MailDrop.LOCKER: """
        packstation | paczkomat | parcel locker | amazon locker | pickup locker | paketautomat | abholstation
        пакомат | постамат | почтомат | поштомат
    """,
    MailDrop.HELD: """
        general delivery | poste restante | postlagernd | hauptpostlagernd | lista de correos | fermo posta
        fermoposta | posta restante | posta restant | post restant | counter delivery | care of post office
        care po | care post office | postán maradó
        до востребования | до запитання
    """,
    MailDrop.VIRTUAL: """
        virtual office | virtual mailbox | virtual address | virtuelles büro | oficina virtual
        bureau virtuel | ufficio virtuale | escritório virtual | wirtualne biuro
    """,
}
"""Words that are enough, unless a word for a street follows."""

WITH_NUMBER: Final = {
    MailDrop.PO_BOX: """
        pob | p o b | postbox | post box | postal box | p box | bp | b p | apdo | apartado
        postkast | lock box | lockbox | lbx | mail box | mailbox | caller | а я | п я | а с | п к | τ θ
        private bag | priv bag | p bag | post bag | postbag | mail bag | mailbag | reply paid | schließfach
        hộp thư | post fach | абонскринька | абон скринька | аб ящик | абон ящик
    """,
    MailDrop.PRIVATE_BOX: "pmb | p m b",
    MailDrop.LOCKER: "parcel collect",
    MailDrop.MILITARY: "bfpo | b f p o | cfpo | afpo | feldpost",
}
"""Words that are one with a number behind."""

WITH_NUMBER_IN: Final = {
    "AR BO CL EC PY UY": "casilla | cc | c c",
    "AT CH DE LI": "pf",
    "AX FI NO": "pb",
    "BR CA CH IT LI RO SM VA": "cp | c p",
    "BA HR ME MK RS SI": "pp | p p | п п | пп | п ф | пф | п фах | фах",
    "BD IN LK NP PK": "pb | p b | p b no",
    "CO": "a a",
    "BG": "пк",
    "CZ SK": "pp | p p",
    "DK FO GL NO": "boks | postb",
    "EE": "pk | p k",
    "CY GR": "τθ",
    "FI": "pl | p l",
    "FR MC": "tsa",
    "HU": "pf | p f",
    "LT": "pd | p d | ad | a d",
    "LV": "ak | a k | p k",
    "MN": "ш х",
    "PL": "skr | skrytka",
    "BI CD KE RW TZ UG": "slp | s l p",
    "TR": "pk | p k",
}
"""Words that are one with a number behind, in some countries only."""

AT_THE_START_IN: Final = {
    "CO": "aa",  # elsewhere in a line it belongs to the street: Carrera 42 AA # 55-20
    "AG AU BB BS BW CA FI GB GH GY IE JM KE LS MW NA NG NZ SE SZ TT TZ UG US VI ZA ZM ZW": "box",
    "CA US VI": "drawer | po | p o",
}
"""Words that are one with a number behind, where nothing but a comma stands before them."""

WITHOUT_SPACES: Final = (
    *("私書箱", "郵便局留", "局留め", "信箱", "邮箱", "郵箱", "사서함"),
    *("ตู้ ปณ", "ตู้ ป ณ", "ตู้ปณ", "ตู้ไปรษณีย์", "ຕູ້ ປ ນ"),
)
"""Words of scripts that write words together."""

STREET_WORDS: Final = """
    weg | strasse | str | gasse | platz | allee | ring | damm | ufer | hof | street | st | road | rd | lane
    ln | avenue | ave | drive | dr | close | court | ct | way | row | walk | hill | square | boulevard | blvd
    house | building | rue | chemin | straat | laan | plein | gatan | vägen | veien | gata | katu | tie
    ulica | ulice | ház | utca
"""
"""Words that make a street of the name before them, as in Case postale-Weg."""

BEFORE_NAMES: Final = """
    rua calle avenida avda av via viale corso piazza del da do el la rue carrer ulica ul vulica vul jalan jl
    ул вул бул
"""
"""Words that make a street of the name behind them, as in Rua CP 12."""

STREET_SIGNS: Final = "町通丁村駅路街巷"
"""The same where words are written together: 私書箱町 is a quarter."""

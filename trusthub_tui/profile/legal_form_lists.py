"""Legal forms as they stand in the names of businesses, by the business types that go with them.

Put together by us from the company laws of the countries named beside each line and the abbreviations of the
ISO 20275 list of entity legal forms. A form that means different things in different countries, or is a word
or a state besides, goes with all of them.
"""

from dataclasses import dataclass
from typing import Final, Self

from trusthub_tui.profile.choices import BusinessType

_CORPORATION = BusinessType.CORPORATION
_LLC = BusinessType.LLC
_PARTNERSHIP = BusinessType.PARTNERSHIP
_COOPERATIVE = BusinessType.COOPERATIVE
_NON_PROFIT = BusinessType.NON_PROFIT
_SOLE = BusinessType.SOLE_PROPRIETORSHIP


@dataclass(frozen=True, slots=True)
class Fit:
    """The business types that go with a legal form."""

    usual: tuple[BusinessType, ...]
    """What a business with such a form usually is, the likeliest first."""
    rare: frozenset[BusinessType] = frozenset()
    """What it may be as well."""

    @property
    def types(self) -> frozenset[BusinessType]:
        """The business types a form stands for."""
        return self.rare.union(self.usual)

    def __or__(self, other: Self) -> "Fit":
        """Return what goes with one form or the other."""
        return Fit(tuple(dict.fromkeys((*self.usual, *other.usual))), self.rare | other.rare)


ANY: Final = Fit(tuple(BusinessType))
CORPORATE: Final = Fit((_CORPORATION,), frozenset((_COOPERATIVE, _NON_PROFIT)))
LIABILITY: Final = Fit((_LLC,), frozenset((_NON_PROFIT,)))
LIMITED: Final = Fit((_LLC, _CORPORATION), frozenset((_COOPERATIVE, _NON_PROFIT)))
PARTNERS: Final = Fit((_PARTNERSHIP,), frozenset((_LLC,)))
SHARES: Final = PARTNERS | LIMITED  # partnerships that have shares or are persons, such as a KGaA
MEMBERS: Final = Fit((_COOPERATIVE,), frozenset((_CORPORATION, _NON_PROFIT)))
CHARITY: Final = Fit((_NON_PROFIT,))
TRADER: Final = Fit((_SOLE,))

ENDINGS: Final[tuple[tuple[Fit, str], ...]] = (
    # United States and Canada
    (CORPORATE, "inc|incorporated|corp|corporation|pbc|public benefit corporation|ulc|chartered|chtd"),
    (CORPORATE, "pc|professional corporation|professional association"),
    (LIABILITY, "llc|pllc|l3c|lc|limited liability company|limited liability corporation|ltd liability co"),
    (PARTNERS, "llp|lllp|lp|limited partnership|limited liability partnership|general partnership"),
    (PARTNERS, "senc|sencrl|s e n c r l"),
    (ANY, "co|company|and co|trust|na|fsb|national association|association|foundation|society|institute"),
    # Ltd in its many spellings: United Kingdom, Ireland, Commonwealth, East Asia
    (LIMITED, "ltd|limited|ltee|limitee|pty|pte|pvt|sdn|private|plc|public limited company|cyf|ccc"),
    (LIMITED, "cic|community interest company|npc|npo|uc|unlimited company"),
    (LIMITED, "dac|designated activity company|clg|teoranta|teo|bhd|berhad|cc|opc"),
    # Gulf states and the Levant
    (LIMITED, "fze|fzco|fzc|fz llc|dmcc|wll|bsc|psc|pjsc|jsc|spc|saoc|saog|sal|sae"),
    (TRADER | LIMITED, "est|establishment"),
    # Germany, Austria, Switzerland, Liechtenstein
    (LIMITED, "gmbh|mbh|ggmbh|ug|gug|ug haftungsbeschrankt|gug haftungsbeschrankt|gesmbh|ges m b h"),
    (LIMITED, "gesellschaft mit beschrankter haftung|flexco|ag|aktiengesellschaft|se|anstalt|sagl"),
    (PARTNERS, "kg|ohg|og|gbr|egbr|kommanditgesellschaft|offene handelsgesellschaft"),
    (PARTNERS, "partg|partgmbb|partg mbb"),
    (MEMBERS, "eg|eingetragene genossenschaft|genossenschaft"),
    (CHARITY | TRADER, "ev"),  # a society in Germany, a sole trader in Hungary
    (CHARITY, "eingetragener verein|stiftung|verein"),
    (TRADER, "ek|e u|e kfm|e kfr|eingetragener kaufmann|eingetragene kauffrau|einzelunternehmen"),
    # France, Belgium, Netherlands, Luxembourg
    (LIMITED, "sarl|sarl s|sarl au|sarlau|suarl|eurl|sasu|sa|selarl|selas|sprl|srl|bv|bvba|nv|gie"),
    (LIMITED | PARTNERS, "sas"),  # a company in France and Colombia, a partnership in Italy
    (PARTNERS, "snc|sci|scm|scp|vof|comm v|commv|maatschap"),
    (MEMBERS, "scop|scrl|cvba|coop|co op|cooperative|co operative|coop ua|ua|cooperatie"),
    (CHARITY, "asbl|vzw|aisbl|ivzw"),
    # Italy, Spain, Portugal, Latin America
    (LIMITED, "s p a|srls|stp|sl|slu|sl unipersonal|slp|sau|sll|lda|limitada|unipessoal lda|ltda"),
    (LIMITED, "eireli|eirl|sapi|saa|sac|saci|sa de cv|sab de cv|sapi de cv|sas de cv|s de rl|srl de cv"),
    (LIMITED, "s de rl de cv|spr de rl de cv|sofom enr|sofom e n r|cia ltda|c ltda"),
    (LIMITED, "sociedad anonima|sociedad limitada|sociedade anonima|ltda me|ltda epp"),
    (LIMITED, "sas esp|sa esp|sas bic|s a s bic|sa bic|sociedad por acciones simplificada"),
    (PARTNERS, "s en c|sh|cb|s en c por a"),
    (ANY, "spa|pa|ca|sc|ac|me|mei|epp"),  # forms, and words or states that names end with just as well
    (CHARITY | LIMITED, "onlus|aps"),
    (MEMBERS, "s coop|sociedad cooperativa|societa cooperativa|soc coop|soc coop arl|soc coop a r l|scarl"),
    # Nordic and Baltic countries (A/S and ApS fold to "a s" and "aps")
    (LIMITED, "ab|aktiebolag|as|asa|oy|oyj|oy ab|abp|ehf|hf|slhf|ou|uab|sia|publ|ab publ|ivs|amba|p s"),
    (PARTNERS, "hb|handelsbolag|kommanditbolag|kb|ay|i s|k s|ans"),
    (PARTNERS | CHARITY, "ky|ks"),  # also Kentucky and Kansas
    (CHARITY, "mtu|ry"),
    (TRADER, "enkeltmandsvirksomhed|enskild firma|enkeltpersonforetak|fie|tmi|toiminimi"),
    # Central and south-east Europe, Türkiye
    (
        LIMITED,
        "sp z oo|sp z o o|sp zoo|spolka z oo|spolka z o o|spolka z ograniczona odpowiedzialnoscia|psa",
    ),
    (LIMITED, "spolka akcyjna|sro|spol s r o|spolecnost s rucenim omezenym"),
    (LIMITED, "spolocnost s rucenim obmedzenym|kft|nonprofit kft|korlatolt felelossegu tarsasag"),
    (LIMITED, "zrt|nyrt|zartkoruen mukodo reszvenytarsasag"),
    (LIMITED, "doo|jdoo|dooel|dd|ad|ead|ood|eood|shpk|sh p k|sh a|srl d|ike|epe|ae"),
    (LIMITED, "ltd sti|sti|anonim sirketi|limited sirketi"),
    (PARTNERS, "sp j|sp k|sp p|spolka jawna|spolka komandytowa|vos|bt|kkt|dno|oe|ee"),
    (TRADER, "pfa|intreprindere individuala|obrt"),
    # Greek and Cyrillic letters
    (LIMITED, "αε|επε|ικε|μεπε|μονοπρόσωπη ικε|μονοπρόσωπη αε|ооо|оао|зао|пао|ао|тоо|тов|ат|прат|осоо|мчж"),
    (LIMITED, "ад|еад|оод|еоод|доо|дооел"),
    (PARTNERS, "οε|εε"),
    (TRADER, "ет|ип|фоп"),
    # Russia and its neighbours, in Latin letters
    (LIMITED, "ooo|oao|zao|pao|tov|too"),
    # Partnerships that are limited by shares, or companies and partnerships at once; co-operatives in Belgium
    (SHARES, "kommandit ag|k d d|ohg mbh"),
    (SHARES, "kgaa|ag co kgaa|sca|seca|s k a|spolka komandytowo akcyjna|sapa|comm va|commva|eesv|ewiv|eeig"),
    (
        SHARES,
        "geie|aeie|aie|esv|kom sti|komandit sirketi|koll sti|kol sti|kollektif sirketi|kolektif sirketi",
    ),
    (SHARES, "earl|gaec|scea|scev|s s|ss ltda|sociedade simples|кда|kda|c v o a|cvoa"),
    (PARTNERS | MEMBERS, "cv"),  # a co-operative in Belgium, a partnership in the Netherlands and Indonesia
    (TRADER | LIMITED, "s p|хк|уп"),  # a sole trader in Slovenia, a state enterprise in Czechia and Slovakia
    # Words, places and forms in one
    (ANY, "ks|gp|cie|et cie|assn|assoc|ass n|trustco|credit union|caisse populaire|reit|o d"),
    (ANY, "real estate investment trust"),
    # United States, Canada, Australia
    (CORPORATE, "incorporation|incorporee|incorporated company|societe par actions"),
    (PARTNERS, "partnership|rllp|rlllp|pllp|registered limited liability partnership|g p"),
    (PARTNERS, "professional limited liability partnership|societe en commandite|societe en nom collectif"),
    (MEMBERS, "cooperative association|cooperation|cooperatif"),
    (
        LIMITED,
        "proprietary|no liability|limited company|ltd co|ultd|unltd|unlimited|lbg|limited by guarantee",
    ),
    (LIMITED, "ltd gte|limited gte|ltd by guarantee|ldc|sezc|vba|avv"),
    (PARTNERS, "ilp|investment limited partnership|exempted limited partnership|plt"),
    # Ireland, United Kingdom, investment companies
    (LIMITED, "icav|pulc|cuideachta phoibli theoranta|sicav|sicaf|sicar|oeic|icvc|s a s u"),
    (CHARITY, "scio|charitable incorporated organisation"),
    (MEMBERS, "bencom|community benefit society"),
    # Germany, Austria, Switzerland
    (MEMBERS | LIMITED, "vvag|versicherungsverein auf gegenseitigkeit|versicherungsverein a g|v a g"),
    (LIMITED, "gag|invag|reit ag|unternehmergesellschaft|unternehmergesellschaft haftungsbeschrankt"),
    (LIMITED, "flexible kapitalgesellschaft|societas europaea|gemeinnutzige aktiengesellschaft"),
    (PARTNERS, "gesbr|oeg|keg|gesellschaft burgerlichen rechts|partnerschaft|partnerschaftsgesellschaft"),
    (PARTNERS, "partg mbb|partnerschaftsgesellschaft mbb|offene gesellschaft|kollektivgesellschaft"),
    (MEMBERS, "egen|e gen|reg gen mbh|gen mbh|sce"),
    (
        CHARITY | LIMITED,
        "kdor|k d o r|ador|a d o r|anstalt des offentlichen rechts|anstalt offentlichen rechts",
    ),
    (CHARITY | LIMITED, "korperschaft des offentlichen rechts|stiftung des offentlichen rechts|eigenbetrieb"),
    (TRADER, "einzelfirma|raison individuelle|ditta individuale|impresa individuale|eenmanszaak"),
    # France, Belgium, Netherlands, Luxembourg
    (LIMITED, "selafa|selca|selurl|spfpl|saem|seml|sarlu|sa ca|sa ag|societe anonyme|sprlu|ebvba|pgmbh"),
    (LIMITED, "societe a responsabilite limitee|societe par actions simplifiee|bv so|nv so|bvba so|sprl fs"),
    (LIMITED, "sa fs|sa dpu|nv pr|bv pr|naamloze vennootschap|besloten vennootschap|bv io|bv i o"),
    (PARTNERS, "scs|scsp|secs|secsp|scomm|gfa|scpi|societe civile|societe civile immobiliere|v o f"),
    (PARTNERS, "vennootschap onder firma|commanditaire vennootschap"),
    (MEMBERS | LIMITED, "scic|sica|mutuelle|societe mutuelle|scri|scrl fs|cvba so|owm|b a|w a|u a|coop wa"),
    (MEMBERS, "onderlinge waarborgmaatschappij|coop ba|cooperatieve vereniging|societe cooperative"),
    (
        CHARITY,
        "vog|ivog|vve|vereniging|fondation|association sans but lucratif|vereniging zonder winstoogmerk",
    ),
    # Italy, Spain, Portugal
    (LIMITED, "s c p a|s c a r l|srl sb|srl societa benefit|s p a societa benefit|spa sb|societa per azioni"),
    (
        LIMITED,
        "societa a responsabilita limitata|societa consortile a r l|societa consortile|s r l unipersonale",
    ),
    (PARTNERS, "societa semplice|societa in nome collettivo|societa in accomandita semplice"),
    (
        PARTNERS,
        "sociedad civil|sociedad colectiva|sociedad comanditaria|s com|comunidad de bienes|s r c|c b|s c p",
    ),
    (
        MEMBERS | LIMITED,
        "consorzio|coop sociale|cooperativa sociale|societa cooperativa sociale|soc coop sociale",
    ),
    (MEMBERS | LIMITED, "s coop p|s coop and|s coop mad|s coop v|coop v|s coop galega|koop elk|s coop c"),
    (
        MEMBERS | LIMITED,
        "crl|cooperativa|cooperativa de responsabilidade limitada|coop ltda|cooperativa ltda",
    ),
    (CHARITY, "odv|fondazione|associacao|fundacao|asociacion civil"),
    (CHARITY | LIMITED, "ssd|ssd arl|ssd a r l"),
    (LIMITED, "slne|s l p|sociedad anonima deportiva|sociedad limitada unipersonal|sociedad laboral"),
    (
        LIMITED,
        "sgps|sgps sa|unipessoal|sociedade unipessoal por quotas|sociedade por quotas|sociedade limitada",
    ),
    # Latin America
    (LIMITED, "sau|sapem|sacs|saeca|s a e c a|e a s|scm|slm|sapib|sapib de cv|sofom er|soc anonima cerrada"),
    (LIMITED, "sa de cv sofom er|sa de cv sofom enr|sapi de cv sofom enr|sapi de cv sofom er|s de rl mi"),
    (LIMITED, "sociedad anonima de capital variable|sociedad de responsabilidad limitada"),
    (LIMITED, "s de rl de cv sofom enr|sociedad por acciones|compania limitada|compania anonima|ss ltda"),
    (MEMBERS | LIMITED, "s c l|s c de r l|sc de rl de cv|s c de r l de c v|spr de rl|cooperativa limitada"),
    (PARTNERS, "s civil|s civil de r l|sociedad de hecho|sociedade de advogados|y cia s en c"),
    (CHARITY, "iap|i a p|abp|ibp|esal"),
    (TRADER, "microempreendedor individual|empresario individual|firma individual|persona natural"),
    # Nordic and Baltic countries
    (LIMITED, "osakeyhtio|julkinen osakeyhtio|aktieselskab|anpartsselskab|aksjeselskap|allmennaksjeselskap"),
    (
        LIMITED,
        "bankaktiebolag|forsakringsaktiebolag|fastighetsaktiebolag|publikt aktiebolag|ohf|hlutafelag|sp f",
    ),
    (
        LIMITED,
        "einkahlutafelag|smba|s m b a|partnerselskab|osauhing|aktsiaselts|zub|statsforetak|akciju sabiedriba",
    ),
    (MEMBERS | LIMITED, "osk|osuuskunta|osuuspankki|andelslag|fmba|f m b a|samvirkeforetak|borettslag"),
    (
        MEMBERS | LIMITED,
        "brf|bostadsrattsforening|ek for|ekonomisk forening|tuh|tulundusuhistu|vakuutusyhtio",
    ),
    (PARTNERS, "interessentskab|kommanditselskab|kommandiittiyhtio|avoin yhtio|taisuhing|usaldusuhing|slf"),
    (PARTNERS, "pilnsabiedriba|komanditsabiedriba|ansvarlig selskap|samlagsfelag"),
    (CHARITY, "ideell forening|stiftelse|saatio|forening|registrerad forening|biedriba|nodibinajums"),
    (CHARITY, "mittetulundusuhing|sihtasutus"),
    (TRADER, "individualais komersants|enskild naringsverksamhet"),
    # Central and south-east Europe, Türkiye
    (LIMITED, "nonprofit zrt|nyilvanosan mukodo reszvenytarsasag|j s a|jednoducha spolocnost na akcie"),
    (LIMITED, "akciova spolecnost|akciova spolocnost|prosta spolka akcyjna|spolka europejska|sh a|spol sro"),
    (LIMITED, "dionicko drustvo|drustvo s ogranicenom odgovornoscu|akcionarsko drustvo|mepe|monoprosopi ike"),
    (LIMITED, "monoprosopi ae|abee|aebe|atee|societate pe actiuni|societate cu raspundere limitata"),
    (LIMITED, "αεβε|αβεε|ατεε|αεε|ανωνυμη εταιρεια|адсиц|adsic"),
    (PARTNERS, "s j|spolka cywilna|spolka partnerska|k d|j t d|ortacko drustvo|komanditno drustvo|kd"),
    (
        PARTNERS,
        "javno trgovacko drustvo|kom spol|ver obch spol|verejna obchodni spolecnost|komanditni spolecnost",
    ),
    (PARTNERS, "кд|сд|дззд|dzzd|јтд|орт|ортачко друштво|командитно друштво|adi ortakligi|is ortakligi"),
    (
        MEMBERS | LIMITED,
        "druzstvo|zadruga|z b o|z o o|szovetkezet|spoldzielnia|tuw|kooperatifi|koop|koinsep|κοινσεπ",
    ),
    (
        CHARITY,
        "z s|z u|o p s|zapsany ustav|obecne prospesna spolecnost|n o|o z|nezavisla organizacia",
    ),
    (CHARITY, "alapitvany|egyesulet|fundacja|stowarzyszenie|kht|vakfi|dernegi|amke|αμκε|asociatia|fundatia"),
    (TRADER, "t p|sahis sirketi|пр|еднолично|egyeni ceg|egyeni vallalkozo|zivnostnik"),
    # Russia and its neighbours
    (LIMITED, "одо|нао|ojsc|cjsc|оао|таа|аат|зат|тдв|тзов|жшс|ақ|аж|ҳк|ҚК|ххк|hhk|xxk"),
    (LIMITED, "qsc|mchj|mchj qk|შპს|სს|სպը|սպը|բբը|փբը|jdmm|ҷдмм|чдмм|тоо"),
    (PARTNERS, "სპს|კს|полное товарищество"),
    (CHARITY, "ано|нко|фонд|ааип|აიპ|հկ|ано до"),
    (TRADER, "ытт|жк|чп|ի մ|աձ|իმ|ი მ"),
    # Arab countries, in Latin letters
    (
        LIMITED,
        "qpsc|q p s c|pqsc|kscp|kscc|ksc|bsc c|b s c c|b s c closed|sal offshore|sal holding|llc soc|llc opc",
    ),
    (LIMITED, "llc s o c|llc spc|l l c s p c|fzd|sole person company|saau"),
    (PARTNERS, "civil company"),
    # Asia, in Latin letters
    (
        LIMITED,
        "jusik hoesa|chusik hoesa|yuhan hoesa|youxian gongsi|gufen youxian gongsi|tnhh|ctcp|persero|perum",
    ),
    (LIMITED, "joint stock company|public joint stock company|persero tbk|producer company"),
    (PARTNERS, "goshi kaisha|gomei kaisha|partnership firm"),
    (MEMBERS, "multi purpose cooperative|koperasi"),
    # Israel, Indonesia, Thailand, Japan, in Latin letters
    (LIMITED, "bm|tbk|pcl|kk|kabushiki kaisha|kabushiki gaisha|gk|godo kaisha|yk|yugen kaisha"),
)
"""The endings in small letters without dots; short ones also match letters apart, as in L.L.C."""

BEGINNINGS: Final[tuple[tuple[Fit, str], ...]] = (
    (
        LIMITED,
        "ooo|oao|zao|pao|tov|sarl|sasu|eurl|societe anonyme|uab|ооо|оао|зао|пао|ао|тоо|тов|ат|прат|пп",
    ),
    (LIMITED, "осоо|мчж|công ty tnhh một thành viên|cong ty tnhh mtv|cong ty tnhh|cong ty co phan"),
    (TRADER, "ип|фоп|ет|eenmanszaak|fop"),
    (LIMITED, "aktiebolaget|forsakringsaktiebolaget|oy|aktieselskabet|as oy|asunto oy|kiinteisto oy|ctcp"),
    (LIMITED, "одо|чуп|чтуп|уп|тдв|тзов|прат|нао|шпс|შპს|სს|жшс|cty tnhh|cty cp|cong ty cp|công ty cổ phần"),
    (LIMITED, "akciova spolocnost|osauhing|aktsiaselts|mchj|perum|akciju sabiedriba"),
    (PARTNERS, "handelsbolaget|kommanditbolaget|სპს|gbr|firma gbr|cong ty hop danh|societe civile|gaec|scea"),
    (
        MEMBERS | LIMITED,
        "osuuskunta|cooperativa|coop|cooperatie|spoldzielnia|koperasi|hop tac xa|brf|zadruga",
    ),
    (MEMBERS | LIMITED, "bostadsrattsforeningen|cooperative|societa cooperativa|tulundusuhistu|osuuspankki"),
    (
        CHARITY,
        "ано|фонд|благотворительный фонд|yayasan|biedriba|nodibinajums|sihtasutus|stiftelsen|stowarzyszenie",
    ),
    (
        CHARITY,
        "associacao|fundacao|asociatia|fundatia|fondazione|asbl|vzw|foreningen|saatio|verein|egyesulet",
    ),
    (TRADER | LIMITED, "dntn|doanh nghiep tu nhan|zemnieku saimnieciba|ho kinh doanh|чп"),
    # short ones that other names begin with too
    (ANY, "pt|cv|sia|as|ab|mb|ou|vsi|kk|k k|too|sas|sci|snc|sa|cia|companhia|compania"),
    (ANY, "fundacion|fundacja|fondation|stichting|asociacion|corporacion|association|associazione"),
)
"""Forms that also stand before the name: Indonesia, Russia and its neighbours, Japan, France, the Baltic."""

TELLING: Final = (
    "gmbh ggmbh llc ltd pllc llp doo dooel srl sarl kft zrt sro ltda gesmbh snc доо дооел еоод ооо".split()
)
"""Forms that mean the same wherever they stand, as in DUNAV DOO BEOGRAD or Acme GmbH Deutschland."""

OTHER_SCRIPTS: Final[tuple[tuple[Fit, str], ...]] = (
    (LIMITED, "株式会社|有限会社|合同会社|(株)|(有)|(同)|주식회사|유한회사|유한책임회사|(주)|(유)"),
    (PARTNERS, "普通合伙|有限合伙|有限合夥|合夥"),
    (TRADER, "个人独资企业|個人獨資|个体工商户"),
    (MEMBERS | LIMITED, "相互会社|協同組合|合作社|生活協同組合"),
    (CHARITY, "基金会|基金會|财团法人|財團法人|社團法人|民办非企业单位"),
    (PARTNERS | LIMITED, "監査法人|弁護士法人|税理士法人|合伙企业|合資会社|合名会社"),
    (LIMITED, "有限公司|有限责任公司|有限責任公司|股份公司"),
    (CHARITY | LIMITED, "医療法人"),
    (CHARITY, "社団法人|財団法人|非営利活動法人|NPO法人|学校法人|宗教法人|社会福祉法人"),
    (CHARITY, "사단법인|재단법인"),
    (LIMITED, "בע\"מ|בע״מ|בע''מ|ש.מ.מ|ש.מ|ش.م|ذ.م.م|ش.ذ.م.م|م.م.ح|مسؤولية محدودة|المحدودة|مساهمة|المساهمة"),
    (LIMITED, 'ش.م.ل|ش.م.ك|ش.ش.و|ش.م.ب|ذات المسؤولية|无限公司|無限公司|בעמ|חל"צ'),
    (PARTNERS, "شركة تضامن|توصية بسيطة|שותפות"),
    (CHARITY, 'جمعية|עמותה|(ע"ר)|(ע״ר)'),
    (TRADER | LIMITED | CHARITY, "مؤسسة"),
    (PARTNERS | LIMITED, "ห้างหุ้นส่วน|หจก"),
    (CHARITY, "มูลนิธิ|สมาคม"),
    (LIMITED, "จำกัด|บริษัท|บจก|บมจ"),
)
"""Forms that stand anywhere in a name, most of them without a space; the first that is there counts."""

IN_COUNTRIES: Final[tuple[tuple[str, Fit, str], ...]] = (
    (
        "US",
        LIMITED | PARTNERS,
        "ltd|limited|ltd co|limited company",
    ),  # a partnership in Texas and others
    ("US", MEMBERS, "lca"),
    ("CA", PARTNERS, "sec"),
    ("CA", SHARES, "srl|societe a responsabilite limitee"),
    ("AU", LIMITED, "nl"),
    ("GB", CHARITY, "cio"),
    ("GB", PARTNERS, "pac"),
    ("IE", LIMITED, "ctr|cpt|cga|puc"),
    ("GG", LIMITED, "icc|pcc|lbg"),
    ("JE", LIMITED, "icc|pcc"),
    ("JE", PARTNERS, "slp"),
    ("JE", CORPORATE | PARTNERS, "inc"),
    ("KY", LIMITED, "pcc|spc"),
    ("KY", PARTNERS, "elp|slp"),
    ("BB", LIMITED, "ibc|srl"),
    ("SC", LIMITED, "ibc|pcc"),
    ("MC", LIMITED, "sam"),
    ("BO", LIMITED, "sam"),
    ("AT", TRADER, "eu"),
    ("AT", MEMBERS, "gen"),
    ("BE", MEMBERS | PARTNERS, "cv"),
    ("BE", MEMBERS, "gen"),
    ("NL", PARTNERS, "cv"),
    ("NL", MEMBERS | LIMITED, "ba|wa"),
    ("ID", PARTNERS, "cv|fa"),
    ("ID", TRADER, "ud"),
    ("CH", PARTNERS, "klg|kmg"),
    ("CH", MEMBERS, "gen"),
    ("DE", MEMBERS | LIMITED, "vag|geno"),
    ("DE", TRADER, "inh"),
    ("FR", TRADER, "ei"),
    ("FR", LIMITED, "spl|sem"),
    ("IT", CHARITY, "ets|asd"),
    ("ES", LIMITED, "sap|scr|sgr|sal|sad"),
    ("ES", SHARES, "sat"),
    ("PT", LIMITED, "sad"),
    ("AR", LIMITED, "sgr"),
    ("AR", SHARES, "scpa|s c p a"),
    ("CO", LIMITED, "esp|zomac"),
    ("EC", LIMITED, "cem"),
    ("PY", LIMITED, "eas"),
    ("MX", MEMBERS | LIMITED, "scl"),
    ("MX", LIMITED, "sab"),
    ("IN", SHARES, "huf"),
    ("PK", LIMITED, "smc"),
    ("ZA", LIMITED, "soc|rf|soc ltd"),
    ("AE", LIMITED, "dwc"),
    ("NO", PARTNERS, "da"),
    ("NO", MEMBERS | LIMITED, "sa"),
    ("NO", MEMBERS | LIMITED, "brl|bbl|ba"),
    ("NO", LIMITED, "nuf|iks"),
    ("NO", CHARITY | LIMITED, "kf|fkf"),
    ("NO", TRADER, "enk"),
    ("FI", CHARITY, "sr|rf|r f"),
    ("FI", TRADER, "tmi|t mi"),
    ("FI", MEMBERS | LIMITED, "anl"),
    ("FI", LIMITED, "koy"),
    ("SE", CHARITY, "rf"),
    ("IS", PARTNERS, "sf"),
    ("IS", MEMBERS, "svf"),
    ("EE", PARTNERS, "tu|uu"),
    ("EE", MEMBERS, "hu|ku"),
    ("EE", CHARITY, "mtu|sa"),
    ("LV", TRADER, "ik"),
    ("LV", PARTNERS, "ps|ks"),
    ("LT", TRADER, "ii"),
    ("LT", LIMITED, "mb"),
    ("LT", PARTNERS, "tub|kub"),
    ("HU", LIMITED, "rt"),
    ("HU", TRADER, "ev"),
    ("DE", CHARITY, "ev"),
    ("AT", CHARITY, "ev"),
    ("RS", TRADER, "pr"),
    ("RS", PARTNERS, "od|o d|ort|kd"),
    ("ME", PARTNERS, "od|o d|kd"),
    ("AL", LIMITED, "sha"),
    ("XK", LIMITED, "sha"),
    ("XK", TRADER, "bi"),
    ("BG", TRADER, "et"),
    ("BG", PARTNERS, "sd|kd"),
    ("GR", LIMITED, "mike"),
    ("BY", LIMITED, "odo|zao"),
    ("RU", LIMITED, "nao"),
    ("AZ", LIMITED, "asc|mmc|qsc"),
    ("UZ", LIMITED, "aj|qk|mcj"),
    ("UZ", TRADER | LIMITED, "xk"),
    ("UZ", TRADER, "ytt"),
    ("TM", LIMITED, "hj"),
    ("GE", LIMITED, "shps"),
    ("TR", LIMITED, "as"),
    ("MK", PARTNERS, "jtd"),
    ("MK", TRADER, "tp"),
    ("RO", TRADER, "ii|af"),
    ("KR", LIMITED, "ju|yu"),
    ("MX", MEMBERS | LIMITED, "spr"),
    ("NO", LIMITED, "sf"),
    ("GG", CHARITY, "fdn"),
    ("CO", SHARES, "sat"),
    ("JE", LIMITED, "arl"),
    ("KN", LIMITED, "ibc"),
    ("IE", LIMITED, "cn"),
    ("BE", PARTNERS, "kommg|ekg|sdc|gar"),
    ("BE", CHARITY, "fup|son|isbl|izw|vvzrl"),
    ("CA", LIMITED, "sic"),
    ("BY", LIMITED, "aat|zat|up"),
)
"""What a form means in one country, where elsewhere it means something else or nothing."""

EXAMPLES: Final[dict[str, str]] = {
    **dict.fromkeys(("DE",), "GmbH, UG or AG"),
    **dict.fromkeys(("AT",), "GmbH, FlexCo or AG"),
    **dict.fromkeys(("CH", "LI"), "GmbH, AG or Sàrl"),
    **dict.fromkeys(("FR", "MC", "MA", "TN", "SN", "CI", "CM"), "SARL, SAS or SA"),
    **dict.fromkeys(("BE",), "BV, SRL or NV"),
    **dict.fromkeys(("NL", "CW", "SX", "AW"), "B.V. or N.V."),
    **dict.fromkeys(("LU",), "S.à r.l. or S.A."),
    **dict.fromkeys(("IT", "SM"), "S.r.l. or S.p.A."),
    **dict.fromkeys(("ES",), "S.L. or S.A."),
    **dict.fromkeys(("PT", "AO", "MZ"), "Lda. or S.A."),
    **dict.fromkeys(("BR",), "Ltda. or S.A."),
    **dict.fromkeys(("MX",), "S.A. de C.V. or S. de R.L. de C.V."),
    **dict.fromkeys(("AR", "BO", "CR", "DO", "PY", "UY"), "S.R.L. or S.A."),
    **dict.fromkeys(("CO", "EC"), "S.A.S. or S.A."),
    **dict.fromkeys(("CL",), "SpA or Limitada"),
    **dict.fromkeys(("PE",), "S.A.C. or S.R.L."),
    **dict.fromkeys(
        ("GB", "IE", "IM", "GG", "JE", "NG", "KE", "GH", "CY", "MT", "HK", "JM"), "Limited or PLC"
    ),
    **dict.fromkeys(("AU", "ZA"), "Pty Ltd or Ltd"),
    **dict.fromkeys(("NZ", "BM", "UG", "TZ"), "Limited"),
    **dict.fromkeys(("IN", "PK", "BD", "LK", "NP"), "Private Limited or Limited"),
    **dict.fromkeys(("SG",), "Pte. Ltd."),
    **dict.fromkeys(("MY",), "Sdn. Bhd. or Bhd."),
    **dict.fromkeys(("SE",), "AB"),
    **dict.fromkeys(("DK",), "ApS or A/S"),
    **dict.fromkeys(("NO",), "AS or ASA"),
    **dict.fromkeys(("FI",), "Oy or Oyj"),
    **dict.fromkeys(("IS",), "ehf. or hf."),
    **dict.fromkeys(("EE",), "OÜ or AS"),
    **dict.fromkeys(("LV",), "SIA or AS"),
    **dict.fromkeys(("LT",), "UAB, MB or AB"),
    **dict.fromkeys(("PL",), "sp. z o.o. or S.A."),
    **dict.fromkeys(("CZ", "SK"), "s.r.o. or a.s."),
    **dict.fromkeys(("HU",), "Kft. or Zrt."),
    **dict.fromkeys(("RO", "MD"), "S.R.L. or S.A."),
    **dict.fromkeys(("BG",), "ООД, ЕООД or АД"),
    **dict.fromkeys(("GR",), "Ι.Κ.Ε., Ε.Π.Ε. or Α.Ε."),
    **dict.fromkeys(("HR", "SI", "RS", "BA", "ME"), "d.o.o. or d.d."),
    **dict.fromkeys(("TR",), "Ltd. Şti. or A.Ş."),
    **dict.fromkeys(("UA",), "ТОВ or АТ"),
    **dict.fromkeys(("KZ",), "ТОО or АО"),
    **dict.fromkeys(("GE",), "შპს or სს"),
    **dict.fromkeys(("AM",), "ՍՊԸ or ՓԲԸ"),
    **dict.fromkeys(("AZ",), "MMC or ASC"),
    **dict.fromkeys(("UZ",), "MChJ or AJ"),
    **dict.fromkeys(("IL",), 'בע"מ or Ltd.'),
    **dict.fromkeys(("AE", "SA", "QA", "OM", "KW", "BH", "EG"), "LLC, W.L.L. or PJSC"),
    **dict.fromkeys(("JP",), "株式会社, 合同会社 or K.K."),
    **dict.fromkeys(("KR", "TH", "TW", "CN", "VN"), "Co., Ltd."),
    **dict.fromkeys(("ID",), "PT or CV"),
    **dict.fromkeys(("PH",), "Inc., Corp. or OPC"),
    **dict.fromkeys(("CA",), "Inc., Ltd. or Corp."),
}
"""What the legal forms of a country look like at the end of a name, or before it."""

"""The fixed words that the generated content is made of, the most frequent first."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

_CZECH = """
a v se na je že s z do to pro i ale o k by jak po za od jsou při podle také jejich mezi ve které který která
již být pod bez nebo více jen však lidé obce rok služby práce město podpora centrum inovace rodiny děti
bydlení pomoc kraj projekt sociální veřejné nové místní společně důležité potřeby klienti pracovníci úřad
ministerstvo spolupráce zkušenosti změna řešení problém partner výzkum cesta výsledek čas peníze rozpočet
plán strategie domov škola zdraví péče senioři komunita dobrovolníci neziskové organizace odborníci krajský
obecní evropské fondy dluhy oddlužení zaměstnání mzda příjmy chudoba vyloučení začlenění prevence poradna
terén ambulance návštěva rozhovor otázka odpověď příběh začátek konec pilotní ověření hodnocení dopad měření
data ukazatel příklad praxe zahraničí Belgie Finsko Litva Slovinsko Česko Evropa Ostrava Brno Praha region
venkov čtvrť ulice dům byt nájem ubytovna zámek zahrada dílna kuchyně stůl setkání diskuse seminář
konference přednáška metoda nástroj model přístup princip hodnota důvěra odvaha trpělivost naděje riziko
chyba překážka zákon vyhláška pravidla smlouva dotace výzva žádost příjemce realizátor metodik garant
vedoucí starostka starosta zastupitelé radní tajemník sociální pracovnice lékař sestra učitelka rodiče matka
otec syn dcera sousedé přátelé mladí starší dlouhodobě postupně rychle pomalu včas společný otevřený
dostupný udržitelný účinný malý velký dobrý těžký jednoduchý skutečný každodenní předchozí následující
současný budoucí vzniká funguje pomáhá zjišťuje nabízí hledá otevírá propojuje připravuje zavádí sleduje
mění posiluje vysvětluje potřebuje umožňuje ukazuje naslouchá rozhoduje vyjednává doprovází učí sdílí
plánuje financuje spravuje vyhodnocuje začíná pokračuje končí přesto proto protože když kde kdy kolik dokud
zatímco ačkoli například zejména především obvykle někdy často vždy nikdy
"""

_ENGLISH = """
the of and to a in is that for it with as on are by be this from at or an which their have not can has more
but they was were will one about people when other who all there what how also its many work support local
services public families children housing innovation centre social new together important needs clients
workers office ministry region project town village year community partners experience change solution
problem research path result time money budget plan strategy home school health care older neighbours
volunteers organisations experts European funds debt insolvency employment wage income poverty exclusion
inclusion prevention advice outreach visit interview question answer story beginning end pilot testing
evaluation impact measurement data indicator example practice abroad Belgium Finland Lithuania Slovenia
Czechia Europe Ostrava Brno Prague countryside district street house flat rent hostel garden workshop
kitchen table meeting discussion seminar conference lecture method tool model approach principle value trust
courage patience hope risk mistake obstacle law decree rules contract grant call application recipient
mentor guarantor leader mayor councillors secretary doctor nurse teacher parents mother father son daughter
friends young long-term gradually quickly slowly early shared open accessible sustainable effective small
large good difficult simple real everyday previous following current future begins works helps finds offers
seeks opens connects prepares introduces follows changes strengthens explains requires enables shows listens
decides negotiates accompanies teaches shares plans funds manages evaluates starts continues ends although
therefore because where whenever while unless despite instead especially usually sometimes often always
never perhaps almost rather quite still already between during without within
"""


@dataclass(frozen=True)
class Vocabulary:
    """A language's words; `weights` are cumulative and follow Zipf: the n-th word has the weight 1/(n+2)."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    alternative: str
    credit: str
    editor: str
    quotes: tuple[str, str]


def _vocabulary(text: str, alternative: str, credit: str, editor: str, quotes: tuple[str, str]) -> Vocabulary:
    words = tuple(text.split())
    weights = tuple(accumulate(1 / rank for rank in range(3, len(words) + 3)))
    return Vocabulary(words, weights, alternative, credit, editor, quotes)


VOCABULARIES = {
    "cs": _vocabulary(_CZECH, "Barevné tvary, které znázorňují", "archiv centra", "Redakce", ("„", "“")),
    "en": _vocabulary(
        _ENGLISH, "Coloured shapes that stand for", "archive of the Centre", "Editors", ("“", "”")
    ),
}

TOPICS = {
    "housing": ("Bydlení", "Housing"),
    "debts": ("Dluhy a oddlužení", "Debt relief"),
    "families": ("Rodiny a děti", "Families and children"),
    "ageing": ("Stárnutí", "Ageing"),
    "mental-health": ("Duševní zdraví", "Mental health"),
    "employment": ("Zaměstnanost", "Employment"),
    "education": ("Vzdělávání", "Education"),
    "public-services": ("Veřejné služby", "Public services"),
    "municipalities": ("Obce a města", "Municipalities"),
    "regions": ("Kraje", "Regions"),
    "funding": ("Financování", "Funding"),
    "evaluation": ("Evaluace", "Evaluation"),
    "codesign": ("Společné navrhování", "Co-design"),
    "volunteering": ("Dobrovolnictví", "Volunteering"),
    "prevention": ("Prevence", "Prevention"),
    "homelessness": ("Bezdomovectví", "Homelessness"),
    "disability": ("Zdravotní postižení", "Disability"),
    "migration": ("Migrace", "Migration"),
    "digitalisation": ("Digitalizace", "Digitalisation"),
    "cooperation": ("Mezinárodní spolupráce", "International cooperation"),
    "care-reform": ("Transformace péče", "Care reform"),
    "law": ("Právo", "Law"),
    "research": ("Výzkum", "Research"),
    "community": ("Komunitní práce", "Community work"),
}

WOMEN = ("Jana", "Eva", "Lenka", "Petra", "Hana", "Lucie", "Alena", "Marie", "Kateřina", "Tereza")
MEN = ("Jan", "Petr", "Pavel", "Tomáš", "Martin", "Jakub", "Lukáš", "David", "Ondřej", "Filip")
SURNAMES = (
    ("Nováková", "Novák"),
    ("Svobodová", "Svoboda"),
    ("Dvořáková", "Dvořák"),
    ("Černá", "Černý"),
    ("Procházková", "Procházka"),
    ("Kučerová", "Kučera"),
    ("Veselá", "Veselý"),
    ("Horáková", "Horák"),
    ("Němcová", "Němec"),
    ("Pokorná", "Pokorný"),
    ("Králová", "Král"),
    ("Růžičková", "Růžička"),
)

COUNTRIES = ("BE", "FI", "LT", "SI", "CZ", "AT", "DE", "NL", "PT", "IE")
TOWNS = ("Praha", "Brno", "Ostrava", "Plzeň", "Olomouc", "Liberec", "Opava", "Zlín", "Bruxelles", "Helsinki")

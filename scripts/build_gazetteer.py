#!/usr/bin/env python3
"""Writes the generated tables of data/gazetteer from raw place lists.

  build_gazetteer.py RAW_DIRECTORY [--usage scripts/gazetteer_usage.tsv] [--out data/gazetteer]

RAW_DIRECTORY holds places.tsv.gz and places_latin.tsv.gz (columns: see data/gazetteer/SOURCES.md). The tables that people write
(countries.tsv, regions.tsv, places.tsv and added_*.tsv) are read, never written: a raw row of the same name within 25 km of one
of theirs is left out. `counts.tsv` says how often news text has a name: name, total, behind a word such as "town", behind "in";
it decides which small places are worth a row and which names are common words. Without it only rows with a population,
administrative rows and the countries of WHOLE are taken, and no name is flagged.

gen_CCC.tsv holds places that a text may call by their bare name, small_CCC.tsv the rest of the raw lists, hamlets for the most part,
which are looked for behind a word such as "village" alone. The output is the same for the same input.
"""
import argparse
import collections
import csv
import glob
import gzip
import math
import os
import re
import sys
import unicodedata

HEADER = "id kind country admin1 admin2 lat lon pop name_en flags name_ar".split()
ISO3 = dict(AE="ARE", AF="AFG", BF="BFA", BH="BHR", DJ="DJI", DZ="DZA", EG="EGY", ER="ERI", IL="ISR", IQ="IRQ", IR="IRN", JO="JOR",
            KW="KWT", LB="LBN", LY="LBY", MA="MAR", ML="MLI", MR="MRT", NE="NER", OM="OMN", PS="PSE", QA="QAT", SA="SAU", SD="SDN",
            SO="SOM", SS="SSD", SY="SYR", TD="TCD", TN="TUN", TR="TUR", YE="YEM")
WHOLE = {"SY", "PS", "IL", "LB", "LY", "SD", "SS", "SO", "AF", "ML", "NE", "TD", "BF", "JO", "DJ", "ER", "TN"}
MARKS = re.compile("[\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u00a0]")
FOLD = str.maketrans("أإآٱىةکیێەۆ", "ااااي" + "هكييهو")
ARABIC = re.compile("^[\u0621-\u064a ]+$")
# Kind words in front of a name: dropped, the bare name is the name (a variant keeps what news say with it).
PREFIX = {"محافظة": "province", "ولاية": "province", "إقليم": "province", "جهة": "province", "إمارة": "province", "منطقة": "",
          "قضاء": "district", "مديرية": "district", "ناحية": "subdistrict", "قرية": "village", "مدينة": "", "بلدة": "", "شعبية": "",
          "عمالة": "district", "مركز": "", "بلدية": "", "حي": "quarter", "لواء": ""}
KIND = {"country": "country", "region": "province", "governorates": "province", "county": "district", "districts": "district",
        "localadmin": "town", "uzaal": "subdistrict", "neighbourhood": "quarter", "microhood": "quarter", "campus": "facility",
        "villages": "village"}
SMALL = {"village", "subdistrict", "quarter", "facility"}
MAX_HOMONYMS = 6
NO_PLACES = {"wof:85681385"}  # a peacekeeping force
NO_ROWS = {"wof85672551"}     # the district of a city that has a row, under names of its quarters
TWINS = {"ISR": "PSE", "PSE": "ISR"}  # a place on the line stands in the lists of both
# Kilometres within which the neighbours of a row must lie to speak for another province; the lists of some countries are thin.
REACH = collections.defaultdict(lambda: (15, 10), IRN=(45, 7))
# Governorates of Syria in the order of their p-codes, with the first code of the communities that were numbered with them.
SYRIA = ["Damascus", "Aleppo", "Rif Dimashq", "Homs", "Hama", "Latakia", "Idlib", "Hasakah", "Deir ez-Zor", "Tartus", "Raqqa", "Daraa",
         "Suwayda", "Quneitra"]
SYRIA_FIRST = [1001, 1003, 2269, 2503, 2958, 3470, 3866, 4331, 5078, 5212, 5673, 5994, 6138, 6264]
SYRIA_LATER = 6304  # numbered afterwards, in no order
# Names that say nothing of where without what they belong to.
GENERIC = set("""المدينه العاصمه الجنوب الشمال الشرق الغرب الوسط الشرقي الشمالي الجنوبي الغربي الساحل المحافظه البلاد المنطقه الاوسط الشرقيه
الشماليه الجنوبيه الغربيه الوسطي المركزيه مركزي الجديده جديده الجديد القديمه الكبري الصغري مدينه قريه بلد البلد القريه البلده الناحيه معسكر
المعسكر المخيم المركز السوق المطار الميناء القصر قصر الجسر المحطه الحي الشارع الميدان الملعب ملعب المدرسه الجامعه المستشفي سوق سان عين
جبل وادي الجبل الوادي الجبال الحد حد الكامل العمل التعليم الدفاع الداخليه الخارجيه الماليه الصناعيه العربيه المصريه العالميه السياحه
الاتصالات الجمهوري الشعب الملك الرييس التحالف الثوره الوحده السلام العوده الحريه الاستقلال شمال جنوب شرق غرب شماليه جنوبيه شرقيه غربيه خليج الخليج الشعر شعر القاره قاره الاشهر الصف حقل الحقل صاله
خور القري الراس العرش الوقف لير تاتا يمنيه سوريه عراقيه تركيه دعم هيا بيت خمر الشهداء المستوي المنشاه منشاه الخليفه الموتمرات السادات
المنزل الوجه بركان نصر قبل هذا عدد منح طاقه اسا قيمه""".split())
# Given names and words that no count needs to show.
PEOPLE = set("""محمد احمد محمود علي حسن حسين عمر خالد ابراهيم يوسف مصطفي سعيد سعد صالح ناصر فيصل سلمان سليمان طارق زياد وليد فهد ماجد
سامي سمير كريم جمال كمال عادل عماد حيدر عباس جعفر قاسم هادي مهدي رضا حمزه بلال ايمن اسامه هشام ياسر رامي بشار ماهر حافظ جلال
مسعود فواد نبيل غسان مروان عدنان رياض نزار اسماعيل موسي عيسي داود يحيي زكريا يونس اسحاق انور اشرف امين انس اياد باسل باسم بدر
توفيق جابر حازم حاتم حامد حميد حسام خليل راشد رشيد رايد رجب رمضان زيد سالم سيف شادي شريف شعبان صلاح طلال طه عامر عثمان عزيز
عصام عقيل علاء عمار عمرو غازي فادي فارس فاروق فاطمه فوزي قيس كاظم مازن مالك مبارك محسن مراد مريم مشعل منصور منير نادر ناجي نعيم
هاني هاشم هيثم وسام ياسين يعقوب عايشه خديجه زينب ساره صباح فرح عبدالله صادق لطفي رسول عطيه جواد عبيد مطر سلطان""".split())


def fold(text):
    return MARKS.sub("", text).translate(FOLD)


def clean(text):
    text = re.sub(r"\(.*?\)", "", MARKS.sub("", text)).replace("ٱ", "ا").replace("ک", "ك").replace("ی", "ي").replace("ە", "ه")
    return re.sub(r"[\s_\-]+", " ", text).strip()


def split_prefix(name):
    head, _, rest = name.partition(" ")
    return (PREFIX[head], rest) if rest and head in PREFIX and len(rest) > 2 else ("", name)


def latin(text):
    text = re.sub(r"---.*|\(.*?\)", "", text or "")
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.replace("\t", " ").strip().strip("`'")


def distance(a, b):
    return math.hypot((a[0] - b[0]) * 111.2, (a[1] - b[1]) * 111.2 * math.cos(math.radians((a[0] + b[0]) / 2)))


class Place:
    def __init__(self, ident, kind, country, names, english, point, population, admin1, admin2):
        self.id, self.kind, self.country, self.names, self.english = ident, kind, country, names, english
        self.point, self.population, self.admin1, self.admin2, self.flags = point, population, admin1, admin2, ""

    def rank(self):
        order = ["country", "province", "district", "town", "city", "subdistrict", "facility", "quarter", "village"]
        return (order.index(self.kind) if self.kind in order else 9, -self.population)

    def row(self):
        lat, lon = (f"{self.point[0]:.5g}", f"{self.point[1]:.5g}") if self.point else ("", "")
        if self.point:
            lat, lon = f"{self.point[0]:.4f}", f"{self.point[1]:.4f}"
        return [self.id, self.kind, self.country, self.admin1, self.admin2, lat, lon, str(self.population or ""), self.english,
                self.flags, "|".join(self.names)]


def read_raw(directory):
    for file in ("places.tsv.gz", "places_latin.tsv.gz"):
        with gzip.open(os.path.join(directory, file), "rt", encoding="utf-8") as stream:
            rows = []
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                row.setdefault("source", "wof")
                row.setdefault("variants_ar", "")
                row.setdefault("adm2_or_path", "")
                rows.append(row)
            climb_yemen(rows)
            yield from rows


def climb_yemen(rows):
    """Yemen's tree names parents by number: village, uzaal, district, governorate."""
    level = ["villages", "uzaal", "districts", "governorates"]
    tree = {}
    for row in rows:
        if row["source"] == "yemen_info":
            ids = dict(part.split(":", 1) for part in row["ids"].split(";") if ":" in part)
            row["parent"] = ids.get("parent", "")
            tree[row["kind"], ids.get(row["kind"], "")] = row
    for row in tree.values():
        at, kind = row, row["kind"]
        while at is not None and kind != "governorates":
            kind = level[level.index(kind) + 1]
            at = tree.get((kind, at["parent"]))
            if at is not None and kind == "districts":
                row["adm2_or_path"] = at["name_latin"]
        if at is not None:
            row["adm1"] = at["name_ar"]


def read_hand(out):
    places, provinces = [], {}
    for path in sorted(glob.glob(os.path.join(out, "*.tsv"))):
        if os.path.basename(path).startswith(("gen_", "small_")):
            continue
        with open(path, encoding="utf-8") as stream:
            for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                names = row["name_ar"].split("|")
                point = (float(row["lat"]), float(row["lon"])) if row["lat"] else None
                places.append((row["country"], row["kind"], {fold(n) for n in names}, point))
                if row["kind"] == "province":
                    for name in names:
                        provinces[row["country"], fold(name)] = row["admin1"] or row["name_en"]
    return places, provinces


def read_usage(path):
    usage = {}
    if path:
        with open(path, encoding="utf-8") as stream:
            for line in stream:
                name, *counts = line.rstrip("\n").split("\t")
                usage[name] = tuple(map(int, counts))
    return usage


def raw_places(directory, provinces):
    """Places of the raw lists, provinces first (their English names name admin1)."""
    rows = list(read_raw(directory))
    names_of_province = dict(provinces)
    for row in rows:
        if row["kind"] == "region" and row["ids"].split(";")[0] not in NO_PLACES:
            for name in [row["name_ar"], *row["variants_ar"].split("|")]:
                key = (ISO3.get(row["cc"], ""), fold(split_prefix(clean(name))[1]))
                names_of_province.setdefault(key, latin(row["name_latin"]))
    for row in rows:
        country = ISO3.get(row["cc"])
        if country is None or row["kind"] == "country" or row["ids"].split(";")[0] in NO_PLACES:
            continue
        kind = KIND.get(row["kind"], "")
        population = int(float(row["pop"])) if row["pop"] else 0
        names, quarter_of = [], ""
        for raw in [row["name_ar"], *row["variants_ar"].split("|")]:
            name = clean(raw)
            if row["source"] == "syrianarchive" and ":" in name:
                quarter_of, _, name = (part.strip() for part in name.partition(":"))
                kind = "quarter"
            if not ARABIC.match(name) or len(name) < 3:
                continue
            said, bare = split_prefix(name)
            if said and not kind:
                kind = said
            for form in ([name, bare] if said in ("quarter",) else [bare]):
                if len(fold(form)) > 2 and form not in names:
                    names.append(form)
        if not names:
            continue
        if not kind:
            kind = "city" if population >= 100000 else "town" if population >= 5000 else "village"
        admin = fold(split_prefix(clean(row["adm1"]))[1])
        admin1 = names_of_province.get((country, admin), "")
        if not admin1 and row["adm1"] and row["adm1"].isascii():
            admin1 = row["adm1"]
        if kind == "province":
            admin1 = admin1 or latin(row["name_latin"])
        point = (float(row["lat"]), float(row["lon"])) if row["lat"] else None
        idents = dict(part.split(":", 1) for part in row["ids"].split(";") if ":" in part)
        ident = ("wof" + idents["wof"] if "wof" in idents else "pcode" + idents["pcode"] if "pcode" in idents
                 else "ye" + row["kind"][0] + next(iter(idents.values())))
        yield row, Place(ident, kind, country, names, latin(row["name_latin"]), point, population, admin1, ""), quarter_of


def seen_as_place(usage, place):
    return max((usage.get(fold(n), (0, 0, 0))[1] * 3 + usage.get(fold(n), (0, 0, 0))[2] for n in place.names), default=0)


def useless(name, place, usage):
    """A word that news hardly ever use as the name of a place."""
    if " " in name:
        return place.kind in SMALL and name.split()[0] in ("جامعه", "قطاع", "سوق", "قطاعات")
    if name in GENERIC or (name in PEOPLE and place.kind not in ("province", "district")):
        return True
    total, kinds, ins = usage.get(name, (0, 0, 0))
    share = (kinds + ins) / total if total else 1
    if place.id.startswith("yev"):
        return kinds < 2 or total > 60
    if place.kind in ("province", "district"):
        return total > 100 and kinds / total < 0.03 and share < 0.3
    return total >= 40 and (kinds / total < 0.04 and share < 0.25)


def flag(place, usage):
    """'a': the name is mostly something else in news; 'm': small and hardly known."""
    name = fold(place.names[0])
    words = name.split()
    total, kinds, ins = usage.get(name, (0, 0, 0))
    small = place.kind not in ("province", "city") and place.population < 100000
    if words[0] in PEOPLE and (len(words) == 1 or words[-1] in PEOPLE):
        return "a"
    if place.kind in SMALL and len(words) == 1 and len(name) <= 3:
        return "a"
    if total >= 20 and (kinds + ins) / total < (0.05 if len(words) > 1 else 0.2 if small else 0.12):
        return "a"
    if total >= 20 and place.kind in SMALL and kinds / total < 0.15:
        return "a"
    if place.kind in SMALL and (kinds < 2 or len(words) == 1):
        return "m"
    if place.kind in ("town", "district") and len(words) == 1 and kinds == 0 and place.population < 50000:
        return "m"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("raw")
    parser.add_argument("--usage")
    parser.add_argument("--out", default=os.path.join(os.path.dirname(__file__), "..", "data", "gazetteer"))
    args = parser.parse_args()
    hand, provinces = read_hand(args.out)
    usage = read_usage(args.usage)
    hand_index = collections.defaultdict(list)
    for country, kind, names, point in hand:
        for name in names:
            hand_index[country, name].append((kind, point))
    settlements = {"city", "capital", "town", "village", "settlement"}
    kept = collections.defaultdict(list)   # by country and name
    places = []
    ids = collections.Counter()

    def order(item):
        row, place, _ = item
        return (place.rank(), -seen_as_place(usage, place), row["source"] != "syrianarchive", place.id)

    for row, place, _ in sorted(raw_places(args.raw, provinces), key=order):
        wide = place.kind in ("province", "district")
        seen = seen_as_place(usage, place)
        # Syria's communities stand in the list with p-codes; the other one spells them differently.
        whole = row["cc"] in WHOLE and (row["cc"] != "SY" or row["source"] == "syrianarchive")
        if not (wide or place.population >= 10000 or seen >= 2 or whole or (place.population >= 3000 and row["cc"] != "MA")):
            continue
        if row["source"] == "yemen_info" and not (place.kind == "district" or seen >= 3):
            continue
        place.names = [n for n in place.names if not useless(fold(n), place, usage)]
        if not place.names or place.id in NO_ROWS:
            continue
        double = False
        for name in place.names:
            for kind, point in [*hand_index.get((place.country, fold(name)), ()), *hand_index.get((TWINS.get(place.country), fold(name)), ())]:
                same = kind == place.kind or (kind not in ("country", "province") and place.kind != "province")
                if same and (kind == "province" or place.point is None or point is None or distance(point, place.point) < 25):
                    double = True
        if double:
            continue
        key = (place.country, fold(place.names[0]))
        for other in kept[key]:
            same = other.kind == place.kind or (other.kind != "province" and place.kind != "province")
            if place.point is None or other.point is None:
                near = "" in (place.admin1, other.admin1) or place.admin1 == other.admin1
            else:
                near = distance(other.point, place.point) < 20
            if same and (near or (place.kind == "province")):
                double = True
                if other.point is None and place.point is not None:
                    other.point = place.point
                other.population = max(other.population, place.population)
                if not other.admin1:
                    other.admin1 = place.admin1
                if {other.kind, place.kind} <= settlements | {"district"} and place.population > 100000:
                    other.kind = "city"
        if double or len(kept[key]) >= MAX_HOMONYMS:
            continue
        ids[place.id] += 1
        if ids[place.id] > 1:  # the quarters of a city share its code
            place.id += f".{ids[place.id]}"
        place.flags = flag(place, usage)
        kept[key].append(place)
        places.append(place)
    by_country = collections.defaultdict(list)
    for place in places:
        by_country[place.country].append(place)
    small = small_places(args.raw, provinces, places, hand_index)
    correct_syria(by_country["SYR"] + small["SYR"])
    everything = {c: by_country[c] + small[c] for c in by_country.keys() | small.keys()}
    for country in sorted(everything):
        correct_outliers(country, everything[country])
    nearest_admin(everything)
    for country, rows in sorted(by_country.items()):
        rows.sort(key=lambda p: (p.admin1, p.rank(), p.id))
        with open(os.path.join(args.out, f"gen_{country.lower()}.tsv"), "w", encoding="utf-8") as stream:
            stream.write("\t".join(HEADER) + "\n")
            for place in rows:
                stream.write("\t".join(place.row()) + "\n")
        print(country, len(rows), sum(1 for p in rows if "a" in p.flags), sum(1 for p in rows if "m" in p.flags), file=sys.stderr)
    write_small(args.out, small)
    print(len(places), sum(map(len, small.values())), file=sys.stderr)


def small_places(raw, provinces, places, hand_index):
    """The places of the raw lists that stand in no other table; by country."""
    taken = {place.id.split(".")[0] for place in places}
    by_name = collections.defaultdict(list)
    for place in places:
        for name in place.names:
            by_name[place.country, fold(name)].append(place.point)
    for (country, name), rows in hand_index.items():
        by_name[country, name].extend(point for _, point in rows)
        if country in TWINS:
            by_name[TWINS[country], name].extend(point for _, point in rows)
    small, seen = collections.defaultdict(list), set()
    candidates = sorted(raw_places(raw, provinces), key=lambda item: (item[1].point is None, item[1].rank(), item[1].id))
    provinces_of = collections.defaultdict(set)
    for _, place, _ in candidates:
        for name in place.names:
            provinces_of[place.country, fold(name)].add(place.admin1)
    for row, place, _ in candidates:
        # Without a point all that a row can tell is its province: not where the name stands in several.
        if place.point is None and any(len(provinces_of[place.country, fold(name)]) > 1 for name in place.names):
            continue
        if place.id in taken or place.id in NO_ROWS or place.id in seen or place.kind == "province":
            continue
        names = []
        for name in place.names:
            key = fold(name)
            if key in GENERIC or any(key == fold(n) for n in names):
                continue
            # A second record of a place that has a row: near it (a district round its seat not quite so near), or without coordinates in a country that has the name.
            if any(place.point is None or point is None or distance(point, place.point) < (25 if place.kind == "district" else 4) for point in by_name[place.country, key]):
                names = []
                break
            names.append(name)
        if not names:
            continue
        seen.add(place.id)
        place.names, place.flags, place.population = names, "", place.population
        place.admin2 = latin(row["adm2_or_path"]) if row["adm2_or_path"].isascii() else ""
        for name in names:
            by_name[place.country, fold(name)].append(place.point)
        small[place.country].append(place)
    return small


def write_small(folder, small):
    for country, rows in sorted(small.items()):
        rows.sort(key=lambda p: (p.admin1, p.admin2, p.id))
        seen = set()
        with open(os.path.join(folder, f"small_{country.lower()}.tsv"), "w", encoding="utf-8") as stream:
            stream.write("\t".join(HEADER) + "\n")
            for place in rows:
                key = (place.admin1, place.admin2, fold(place.names[0]))
                if key in seen:  # no text could tell them apart
                    continue
                seen.add(key)
                place.flags = "s"
                if place.id.startswith("ye"):  # the tree's Latin names are letter by letter
                    place.english = ""
                row = place.row()
                row[4] = row[4] if place.point is None else ""
                row[5:7] = [cell[:-1] for cell in row[5:7]]  # a hundred metres
                stream.write("\t".join(row) + "\n")


class Neighbours:
    """The nearest of many points, by a grid of tenths of a degree."""

    def __init__(self, places):
        self.cells = collections.defaultdict(list)
        for place in places:
            self.cells[self.cell(place.point)].append(place)

    @staticmethod
    def cell(point):
        return int(point[0] * 10 // 1), int(point[1] * 10 // 1)

    def near(self, place, count, reach=1):
        row, column = self.cell(place.point)
        around = [p for r in range(row - reach, row + reach + 1) for c in range(column - reach, column + reach + 1)
                  for p in self.cells.get((r, c), ()) if p is not place]
        return sorted(((distance(p.point, place.point), p.id, p) for p in around))[:count]

    def vote(self, place, count, reach=1):
        votes = collections.Counter()
        for far, _, other in self.near(place, count, reach):
            votes[other.admin1] += 1 / (2 + far)
        return max(sorted(votes), key=votes.get) if votes else ""


def correct_syria(rows):
    """The raw list gives many communities no governorate, or a foreign one: the p-code tells it, or the places around."""
    trusted, open_rows = [], []
    for place in rows:
        governorate = re.match(r"pcodeSY(\d\d)", place.id)
        community = re.match(r"pcodeC(\d+)", place.id)
        if governorate:
            place.admin1 = SYRIA[int(governorate[1]) - 1]
        elif community and int(community[1]) < SYRIA_LATER:
            place.admin1 = SYRIA[max(i for i, first in enumerate(SYRIA_FIRST) if first <= max(1001, int(community[1])))]
        else:
            if place.point and place.kind != "province":
                open_rows.append(place)
            elif place.admin1 not in SYRIA:
                place.admin1 = ""
                place.english = re.sub(r"^[A-Z][A-Z -]+ : ", "", place.english)
            continue
        if place.point and place.kind != "province":
            trusted.append(place)
        place.english = re.sub(r"^[A-Z][A-Z -]+ : ", "", place.english)
    around = Neighbours(trusted)
    for place in open_rows:
        place.admin1 = around.vote(place, 5) or (place.admin1 if place.admin1 in SYRIA else "")
        place.english = re.sub(r"^[A-Z][A-Z -]+ : ", "", place.english)


def correct_outliers(country, rows):
    """A row amidst rows of another province, with none of its own near, was put down wrongly."""
    located = [p for p in rows if p.point and p.admin1 and p.kind != "province"]
    # An island in the ocean has neighbours of its own alone.
    wrong = {p.id for p in located if country == "YEM" and p.admin1 == "Socotra" and p.point[1] < 51.5}
    around = Neighbours([p for p in located if p.id not in wrong])
    changes = []
    far, enough = REACH[country]
    cells = far // 15  # of a tenth of a degree, to either side
    for place in located:
        near = around.near(place, enough, cells)
        if place.id in wrong or (len(near) == enough and near[-1][0] < far and all(p.admin1 != place.admin1 for _, _, p in near)):
            changes.append((place, around.vote(place, enough, cells)))
    for place, admin1 in changes:
        place.admin1 = admin1 or place.admin1
    if changes:
        print(country, "provinces corrected", len(changes), file=sys.stderr)


def nearest_admin(by_country):
    """A place without a province takes that of the nearest place that has one."""
    for rows in by_country.values():
        around = Neighbours([p for p in rows if p.admin1 and p.point])
        for place in rows:
            if place.admin1 or not place.point:
                continue
            near = around.near(place, 1)
            if near and near[0][0] < 25:
                place.admin1 = near[0][2].admin1


if __name__ == "__main__":
    main()

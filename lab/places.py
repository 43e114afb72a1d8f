"""Write ``resources/places.toml`` from the territories of CLDR (Unicode licence) as shipped in Babel."""

from __future__ import annotations

from pathlib import Path

from babel import Locale

OUT = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "resources" / "places.toml"
NO_PLACE = frozenset({"ZZ", "XA", "XB"})
SEATS = """kremlin, white house, downing street, pentagon, elysee, élysée, capitol hill, foggy bottom, whitehall, blue
house, zhongnanhai, bundestag, duma, knesset, wall street, silicon valley, brussels, the hague"""
CAPITALS = """washington, moscow, beijing, london, paris, berlin, rome, madrid, lisbon, tokyo, seoul, pyongyang, kyiv,
kiev, warsaw, prague, vienna, budapest, bratislava, athens, ankara, tehran, baghdad, damascus, beirut, amman,
jerusalem, tel aviv, riyadh, doha, abu dhabi, cairo, tripoli, tunis, algiers, rabat, addis ababa, nairobi,
pretoria, abuja, new delhi, delhi, islamabad, kabul, dhaka, colombo, hanoi, bangkok, manila, jakarta, kuala
lumpur, canberra, wellington, ottawa, mexico city, havana, caracas, bogota, bogotá, lima, santiago, buenos
aires, brasilia, brasília, stockholm, oslo, copenhagen, helsinki, tallinn, riga, vilnius, minsk, chisinau,
bucharest, sofia, belgrade, zagreb, ljubljana, sarajevo, skopje, tirana, pristina, bern, dublin, reykjavik,
tbilisi, yerevan, baku, astana, tashkent, bishkek, dushanbe, ashgabat, ulaanbaatar, taipei"""
SHORT = """us, u.s, usa, uk, u.k, uae, eu, e.u, un, u.n, america, britain, england, scotland, wales, korea, burma,
holland, czech republic, turkey, palestine"""


def main() -> None:
    """Write the file; the sorted output depends on Babel's version alone."""
    names = {
        str(n).replace("St. ", "Saint ").casefold()
        for c, n in Locale("en").territories.items()
        if len(c) == 2 and c not in NO_PLACE
    }
    lists = {"countries": names | set(split(SHORT)), "capitals": set(split(CAPITALS)), "seats": set(split(SEATS))}
    lines = [
        "# Countries: CLDR territories in English (Unicode-3.0), made by `python -m lab.places`.",
        "# Capitals, seats of government, short forms: written by the authors of onrecord (Apache-2.0).",
    ]
    for key, values in lists.items():
        lines += ["", f"{key} = [", *(f'  "{value}",' for value in sorted(values)), "]"]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


def split(text: str) -> list[str]:
    """Return the comma-separated entries of `text`."""
    return [" ".join(part.split()) for part in text.split(",")]


if __name__ == "__main__":
    main()

"""Makes the three faces of this folder from the @fontsource-variable packages.

    pip install fonttools==4.66.1 brotli==1.2.0
    python src/styles/fonts/subset.py

Run it again only when a package or the list of characters changes, and commit the result: the
build takes the files as they are. It keeps what French and English need, the weights in use, and
adds two signs that the packages lack, so that no other font steps in: the narrow no-break space
of French punctuation (half a space) and the no-break hyphen.
"""

from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
PACKAGES = HERE.parents[2] / "node_modules" / "@fontsource-variable"

# file made here: package, face in it, weights kept
FACES = {
    "text": ("atkinson-hyperlegible-next", "latin-wght-normal", (400, 700)),
    "heading": ("bricolage-grotesque", "latin-wght-normal", 700),
    "code": ("atkinson-hyperlegible-mono", "latin-wght-normal", 400),
}

CHARACTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒàâäæçèéêëîïôöùûüÿœ"
    + "ÁÍÓÚÑáíóúñåßøØÅ"
    + "«»‹›“”‘’„‚–—…•·§°©®™µ¹²³¼½¾×÷±−≈≤≥€£¡¿"
    + "\u00a0\u00ad\u2009\u200b\u202f\u2011\u2060"
)

NARROW_NO_BREAK_SPACE, NO_BREAK_HYPHEN = 0x202F, 0x2011


def add_missing_signs(font: TTFont) -> None:
    """Half a space for U+202F; the hyphen's own glyph for U+2011."""
    names = font.getBestCmap()
    font.setGlyphOrder([*font.getGlyphOrder(), "narrownbspace"])
    font["glyf"]["narrownbspace"] = Glyph()
    font["hmtx"]["narrownbspace"] = (font["hmtx"][names[0x20]][0] // 2, 0)
    if "gvar" in font:
        font["gvar"].variations["narrownbspace"] = []
    # Advance widths can be read from gvar; HVAR would have to learn the new glyph.
    if "HVAR" in font:
        del font["HVAR"]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW_NO_BREAK_SPACE] = "narrownbspace"
            table.cmap[NO_BREAK_HYPHEN] = names[0x2D]


def reread(font: TTFont) -> TTFont:
    """The instancer drops glyphs that no longer vary from gvar; reading back fills them in."""
    buffer = BytesIO()
    font.flavor = None
    font.save(buffer)
    buffer.seek(0)
    return TTFont(buffer)


def make(target: str, package: str, face: str, weights: int | tuple[int, int]) -> None:
    font = TTFont(PACKAGES / package / "files" / f"{package}-{face}.woff2")
    font = reread(instantiateVariableFont(font, {"wght": weights}))
    options = Options(
        flavor="woff2",
        hinting=False,
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt", "tnum", "pnum"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
    )
    subsetter = Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    add_missing_signs(font)
    font.flavor = "woff2"
    font.save(HERE / f"{target}.woff2")


for target, source in FACES.items():
    make(target, *source)
    print(f"{target}.woff2 {(HERE / f'{target}.woff2').stat().st_size:,} bytes")

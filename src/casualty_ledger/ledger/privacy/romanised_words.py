"""Romanised words: what tells in languages of other scripts, written in Latin letters.

Titles of pages and handles write them so, by several tables; patterns for lower-case text.
"""

from __future__ import annotations

ROMANISED_DIED = (
    r"zahynu(?:v|la)|za[gh]y?nul|po[gh]ib(?:la)?|pohyb(?:la)?|pom[ei]r(?:la)?|um[ei]r(?:la)?|"
    r"skonchal(?:sya|as)|"
    r"v?[uv]byt(?:o|yi|a)?|ubit[ay]?|poran(?:eno|enyi|ena)|ranen[ay]?|znyk(?:la)?|propala?|polihl?a?|"
    r"stracheno|rozstriliano|rasstrelyan[ay]?|poloneno|pokhova(?:ly|no)|pokhoronen[ay]?|"
    r"u?s?t[au]shhida[t]?|istashhad(?:at)?|ustushhid(?:at)?|qutil(?:at)?|tuwuff?iy?a(?:t)?|tuwaf+a(?:t)?|"
    r"neher(?:a)?[gj]a?|nehr[ae]ga?|nirtz(?:a|e)ch(?:a)?|nirtzeha|nechtaf(?:a)?"
)
ROMANISED_HARM = (
    rf"{ROMANISED_DIED}|za[gh]ibel|zahyb(?:el|l)\w*|smert\w*|pok?horon\w*|mohyl[iu]|mogil[eu]|"
    r"polon(?:i|u|om|enyi|enoho|ena)?|plen(?:u|om|nyi|nyy|nogo)?|poloneni|viiskovopolonen\w+|voennoplenn\w+|"
    r"znykl\w+|znikl\w+|propavsh\w+|zaruchny\w+|zalozhni\w+|vbyt\w+|ubyt(?:yi|a|o)|ranen\w*|poranen\w*|"
    r"zhertv\w+|"
    r"shah(?:i|ee)da?t?|shuhada|al-asira?|asira|al-asra|asra|mu'?taqala?|al-mafqud\w*|mafqudi?n?|jarih\w*|"
    r"qatila?|istishhad|maqtal|j[ae]naza\w*|zinzana|"
    r"shavui|shvuya|ha-?shavui|hatuf\w*|chatuf\w*|ne'?edar|levaya"
)
# One who was harmed or is held, named right after.
ROMANISED_VICTIM = (
    r"viiskovopolonen(?:yi|a|oho)|polonen(?:yi|a|oho|omu|oi|u)|(?:voenno)?plenn(?:yi|yy|iy|aya|ogo|uyu|oi)|"
    r"zahybl(?:yi|a|oho|oi)|po[gh]ibsh(?:ii|iy|aya|ego|ei)|znykl(?:yi|a|oho|oi)|propavsh(?:ii|iy|aya|ego)|"
    r"vbyt(?:yi|a|oho|oi)|ubit(?:yi|yy|aya|ogo|oi)|poranen(?:yi|a|oho|oi)|ranen(?:yi|yy|aya|ogo|oi)|"
    r"zaruchny(?:k|tsia|ka)|zalozhni(?:k|tsa|ka)|boi?ets|biitsia|zakhysny(?:k|tsia|ka)|zashchitni(?:k|"
    r"tsa|ka)|"
    r"(?:al-|ash-|as-)?shah(?:i|ee)da?|al-asira?|al-mu'?taqala?|al-jariha?|al-mafquda?|al-qatila?|"
    r"ha-?(?:shavui|shvuya|hatufa?|chatufa?)"
)
ROMANISED_KIN = (
    r"maty|materi|mat'|bat'?k[oa]|ot(?:ets|tsa)|druzhyn[aiyu]|zhen[ay]|vdov[aiyu]|"
    r"rodych[ai]?v?|ridn(?:i|ykh)|rodn(?:ye|ykh|yh)|rodstvenni\w+|blyz'?k(?:i|ykh)|blizk(?:ie|ikh)|"
    r"donk[aiyu]|doch(?:ka|ky|ki|eri)|sestr[aiyu]|brata?|walida?t|zawja?t|armala?t|shaqiqa?t?|ibnat"
)
ROMANISED_FAMILY = (
    r"rodyn[aiyu]|(?:sim|sem)['i]?[iy][aiuye]|sem[iy]a|sem['i]i|podruzhzhia|suprug\w*|brat(?:iv|ev|ya|ia|y)|"
    r"[a']?'?a?['’]?il[ae]t|ayleh?|usrat|mishpa(?:c?h)at|awlad|abna'?"
)
ROMANISED_HOME = (
    r"bud[yi]n(?:ok|ku)|dim|dom[au]?|dvir|dvor[ie]?|podvir'?i?[aiy]+|sadyb[aiy]|khat[aiyu]|kvart[yi]r[aeiyu]|"
    r"obiistia|dach[aiy]|manzil|shaqqat"
)
ROMANISED_PLEA = (
    r"zna[iy]ty|zna[iy]dit\w?|na[iy]ti|na[iy]dite|(?:roz)?shuka\w+|is[hc]+h?em|poverni?t\w*|verni?te|"
    r"vernut'?|"
    r"svobod[auy]|zvilnit\w?|pam['iy]?[iy]?at[iy]|pam['iy]?ata\w+|pomnim|vriatu\w+|spasite|cheka\w+|"
    r"zhd[yio]?em|"
    r"spravedly?ivist\w? dlia|dopomozhit\w?|pomogite"
)
ROMANISED_MINE = (
    r"mi[iy]|mo(?:ia|ya|yi|yei|ie|ho|go|iei)|mo[iy]|nash[aeu]?|ibni|ibnati|binti|zaw?ji|zawjati|akhi|ukhti"
)

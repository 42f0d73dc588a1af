"""Whether a venue's name is in another language than English.

Services file one journal under its English name here and its own name there; no letters tell that
the two are one. To add a language: its words for journal, review, annals and society.
"""

import re
import unicodedata
from functools import lru_cache

from pipeline.compare.letters import tokens
from pipeline.values.small_words import small_words

_SMALL = small_words("foreign")
"""Articles and prepositions that English names do not have."""

_NAMES = frozenset(
    """
    revista revue rivista revisao jornal giornale annales annali anales archivos archivio arquivos
    boletim boletin bollettino cahiers cuadernos quaderni cadernos studi studii estudios estudos
    etudes recherches cronica gaceta gazeta prensa semana medecine medicina chirurgie cirugia
    cirurgia sociedad sociedade societa societe universidad universidade universita universite
    zeitschrift zentralblatt jahrbuch beitrage beitraege mitteilungen archiv forschung wochenschrift
    rundschau blatter blaetter berichte abhandlungen tijdschrift bijdragen nederlands nederlandse
    tidsskrift tidskrift lakartidningen ugeskrift laeger duodecim arkiv
    zhurnal vestnik voprosy izvestiya izvestija arkhiv trudy doklady uchenye casopis przeglad
    polski polskie polska wiadomosci listy lekarski hrvatski srpski glasnik zbornik arhiv ceska
    ceskoslovenska orvosi hetilap magyar dergisi dergi mecmuasi arastirmalari bulteni universitesi
    zhongguo zhonghua zazhi xuebao yanjiu daxue yixue kexue xuekan tongbao linchuang huaxue wuli
    xue bao zhi xi jiu hsueh pao chih kuei tsa yi ke
    nihon nippon gakkai zasshi kaishi kaiho kenkyu rinsho igaku ronbunshu ronbunshi gijutsu kogaku
    kagaku kyokai kyokaishi
    taehan taehanhak hakhoe hakhoechi hanguk chapchi
    majalah jurnal majallat majalla
    """.split()  # noqa: SIM905
)
"""Words of the names of journals, societies and fields in other languages, without accents."""

_COMPOUND = re.compile(r"\w{4,}(?:zeitschrift|forschung|blatt|heilkunde|medizin|geschichte|kunde)")


@lru_cache(maxsize=1 << 12)
def foreign(name: str) -> bool:
    """Whether the name is in another language; what is in Latin or a mere word may be English."""
    texts = tokens(name)
    if any(word in _SMALL or word in _NAMES or _COMPOUND.fullmatch(word) for word in texts):
        return True
    return any(unicodedata.combining(c) for c in unicodedata.normalize("NFD", name))

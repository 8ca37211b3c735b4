"""Words that say nothing beside others: a page needn't have them to be found. Folded, by language."""

from __future__ import annotations

_CZECH = """
a aby ale ani ano az bez by byl byla byli bylo byt ci co da dnes do ho i j ja jak jako je jeho jej jeji jejich jen jenz
jeste ji jich jim jimi jine jiz jsem jsi jsme jsou jste k kam kde kdo kdy kdyz ke ktera ktere kteri kterou ktery ma mezi
mi mit mne mu my na nad nam nas nase ne nebo nebyl neni nez nic nim o od on ona oni ono pak po pod podle pokud prave pri
pro proc proto protoze pred s se si sve svuj svych ta tak take tam te ten teto ti tim timto to toho tohle tom tomu tu ty
u uz v vam vas vase ve vice vsak vy z za ze
"""

_ENGLISH = """
a about after all also an and any are as at be because been before being between both but by can could did do does for
from had has have he her him his how i if in into is it its just me more most my no nor not of on or our out over own
she should so some such than that the their them then there these they this those through to too under up very was we
were what when where which while who whom why will with would you your
"""

STOP_WORDS = {"cs": " ".join(_CZECH.split()), "en": " ".join(_ENGLISH.split())}

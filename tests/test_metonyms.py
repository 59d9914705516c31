"""Capitals and seats of power that stand for a state (T), and the same words as places and buildings."""

import re
from itertools import permutations

import pytest
from capitals import PASSAGES
from markup import cases

from pipeline.recognising.governing import summed

LABELS = ("COUNTRY", "MINISTRY")

ROWS = [
    ("T1",
     "[Oslo](COUNTRY NOR metonym) et [Copenhague](COUNTRY DNK metonym) ont conclu un accord ; selon "
     "[Stockholm](COUNTRY SWE metonym), il est fragile.",
     "On trouve de la neige à Oslo et des quais à Copenhague."),
    ("T1b", "Les relations entre [Ottawa](COUNTRY CAN metonym) et [New Delhi](COUNTRY IND metonym) se tendent.",
     "On vole en seize heures d'Ottawa à New Delhi."),
    ("T1c", "La décision de [Varsovie](COUNTRY POL metonym) a surpris.", "Le zoo de Varsovie a surpris."),
    ("T2", "[Lima](COUNTRY PER metonym) a protesté.",
     "Réunis à Lima, les ministres dînent ; un habitant de Quito, né à Bogota, les sert.",
     "Un raid sur Khartoum a fait dix morts, et le tribunal de Nairobi enquête."),
    ("T3", "Le [Kremlin](COUNTRY RUS metonym) dément, la [Maison-Blanche](COUNTRY USA metonym) se tait, "
     "[Matignon](COUNTRY FRA metonym) arbitre et l'[Élysée](COUNTRY FRA metonym) attend.",
     "Ils ont dansé devant la Maison-Blanche, et la visite du Kremlin coûte vingt euros."),
    ("T3b", "[Downing Street](COUNTRY GBR metonym) a démenti.", "Une rue voisine de Baker Street a brûlé."),
    ("T4", "La [Belgique](COUNTRY BEL) a protesté.",
     "Bruxelles a proposé une directive, et Genève accueillera les pourparlers."),
    ("T5", "[Ankara](COUNTRY TUR metonym) a rappelé son consul ; [Riyad](COUNTRY SAU metonym) a approuvé, "
     "[Pretoria](COUNTRY ZAF metonym) a refusé.",
     "Il a étudié à Ankara, puis à Riyad et dans les environs de Pretoria."),
    ("T6", "[Berlin](COUNTRY DEU metonym) a cédé.",
     "L'accord de Paris oblige ; Paris-Match et le Washington Post le rappellent.",
     "Le film de Denzel Washington sort au festival de Berlin."),
    ("T7", "[Singapour](COUNTRY SGP) a voté, [Djibouti](COUNTRY DJI) s'est abstenu.", "Il porte un panama blanc."),
    ("T8", "L'exécutif [danois](COUNTRY DNK demonym) hésite, la présidence [kényane](COUNTRY KEN demonym) aussi.",
     "L'exécutif du conseil départemental hésite."),
    ("T1d", "Oslo et Copenhague ont eu de la neige."),
    ("T9", "[Lisbonne](COUNTRY PRT metonym) n'a rien promis ; [Varsovie](COUNTRY POL metonym) avait d'abord refusé.",
     "Lisbonne est la plus belle ville du pays. Varsovie compte 1,8 million d'habitants. L'école de Vienne a rouvert."),
    ("T10", "Après le match, [Athènes](COUNTRY GRC metonym) a condamné les violences des supporteurs.",
     "En quart de finale du tournoi, Athènes a écrasé Bruges, et Madrid a gagné."),
    ("T14", "Ni [Lomé](COUNTRY TGO metonym) ni [Cotonou](COUNTRY BEN metonym) n'ont signé. Quant à "
     "[Bamako](COUNTRY MLI metonym), il se tait.",
     "Ni Lomé ni Cotonou ce mois-ci : le car est en panne. Il vit à Bamako."),
    ("T15", "[Dakar](COUNTRY SEN metonym) compte sur [Rabat](COUNTRY MAR metonym). La brouille et le froid entre "
     "[Rabat](COUNTRY MAR metonym) et [Alger](COUNTRY DZA metonym) durent.",
     "Il a plu sur Rabat. La route entre Rabat et Alger est coupée."),
    ("T12", "[Oslo](COUNTRY NOR metonym) et [Stockholm](COUNTRY SWE metonym) doivent se réunir. On a mis en garde "
     "[Bagdad](COUNTRY IRQ metonym).",
     "Oslo et Stockholm sont sous la neige. On a mis en gare de Bagdad un train neuf."),
    ("T13", "Pour [Amman](COUNTRY JOR metonym) comme pour [Bagdad](COUNTRY IRQ metonym), l'enjeu est l'eau.",
     "Le car part pour Amman comme pour Bagdad le mardi."),
    ("T11", "La Bourse d'Oslo recule, l'indice aussi ; [Londres](COUNTRY GBR metonym) a dénoncé ces taxes.",
     "La Bourse d'Oslo recule, l'indice aussi ; Londres avait cédé 0,8 % et Séoul gagné 2,3 %."),
    ("T16",
     "Aux yeux d'[Oslo](COUNTRY NOR metonym), le texte rédigé par [Lima](COUNTRY PER metonym) est un revers pour "
     "[Quito](COUNTRY ECU metonym), qui se tourne vers [Ottawa](COUNTRY CAN metonym). D'après "
     "[Amman](COUNTRY JOR metonym), c'est fini.",
     "Les yeux d'Oslo brillent. Le convoi est passé par Lima, un départ pour Quito est prévu, et la route tourne vers "
     "Ottawa."),
    ("T17", "On veut montrer à [Séoul](COUNTRY KOR metonym) que rien ne presse. Ils remercient "
     "[Athènes](COUNTRY GRC metonym).",
     "C'est à Séoul que tout a commencé. Ils quittent Athènes, retrouvent Rome et visitent Lisbonne."),
    ("T18", "[Doha](COUNTRY QAT metonym) parle d'un « pas », [Riyad](COUNTRY SAU metonym) d'un « leurre ». La paix que "
     "redoute [Sanaa](COUNTRY YEM metonym) approche.",
     "Doha accueille le tournoi, Riyad aussi. Le fleuve que longe Bagdad est à sec."),
    ("T19", "[Téhéran](COUNTRY IRN metonym) s'en mêle\n\n[Téhéran](COUNTRY IRN metonym) a démenti.\n\n"
     "[Téhéran](COUNTRY IRN metonym) dans l'impasse\n\nLe reste suit.",
     "Téhéran dans le noir\n\nUne panne a plongé la ville dans la nuit. Téhéran est une ville immense."),
    ("T20", "Le sélectionneur a convoqué ses attaquants pour le match. [Rabat](COUNTRY MAR metonym) et "
     "[Alger](COUNTRY DZA metonym) n'ont plus de relations. Le stade est plein.",
     "En finale du tournoi, Madrid n'a plus de gardien."),
    ("T21", "À [Lisbonne](COUNTRY PRT metonym), on veut croire à un accord ; rien ne filtre, dit-on à "
     "[Prague](COUNTRY CZE metonym). Au [Kremlin](COUNTRY RUS metonym), on dément. [Hanoï](COUNTRY VNM metonym) se "
     "rapproche de [Manille](COUNTRY PHL metonym) et s'est rangé derrière [Canberra](COUNTRY AUS metonym).",
     "À Lisbonne, on danse jusqu'à l'aube. Au Kremlin, on visite la salle du trône. L'Élysée a ouvert ses portes, il "
     "attend devant le 10, Downing Street."),
    ("T22", "[Rabat](COUNTRY MAR metonym) a tranché.",
     "L'Unesco vote un texte considérant Jérusalem comme une ville occupée. La cour d'appel de Paris juge. Dans la "
     "capitale fédérale Addis-Abeba réunissant des foules, on danse. À Tokyo, on a compté 34 blessés.",
     "Les accords politiques de Minsk sont morts. On a vu plus de dégâts à Paris que la veille."),
    ("T23", "[Lusaka](COUNTRY ZMB metonym), pour sa part, n'exclut rien. [Tunis](COUNTRY TUN metonym), critiquée, ne "
     "plie pas. [Bogota](COUNTRY COL metonym), dont l'ambassadrice attendait des excuses, en reste là.",
     "Lusaka, dont les bus sont jaunes, grelotte. Tunis, ensoleillée, sèche son linge."),
    ("T24", "[Copenhague](COUNTRY DNK metonym) n'a pas d'autre choix. [Manille](COUNTRY PHL metonym) n'aura rien à "
     "céder ; [Prague](COUNTRY CZE metonym) est furieuse. [Oslo](COUNTRY NOR metonym) et [Helsinki](COUNTRY FIN "
     "metonym) en seront.",
     "Copenhague n'a pas de métro la nuit. Manille n'aura pas de neige. Prague est magnifique, Dakar est paralysée."),
    ("T25", "L'ambassadeur de [Varsovie](COUNTRY POL metonym) et le chargé d'affaires de [Lima](COUNTRY PER metonym) "
     "sont partis. L'île a tourné le dos à [Wellington](COUNTRY NZL metonym) ; l'Onu laisse à "
     "[Khartoum](COUNTRY SDN metonym) deux jours pour plier. Ils ont proposé leur aide à [Rabat](COUNTRY MAR metonym).",
     "L'ambassadeur à Varsovie tourne le dos à la mer, à Lima. Elle laisse à Khartoum une œuvre, de l'aide à Rabat."),
    ("T26", "Les avions promis en mars par [Bakou](COUNTRY AZE metonym) et ceux que paient, affrétés par "
     "[Athènes](COUNTRY GRC metonym) et par [Nicosie](COUNTRY CYP metonym), les armateurs, ont décollé. Malgré "
     "[Budapest](COUNTRY HUN metonym), on vote ; à cause de [Quito](COUNTRY ECU metonym), on attend.",
     "Le car passé cet été par Bakou et par Athènes est en panne à cause de travaux à Quito."),
    ("T27", "[Lima](COUNTRY PER metonym) défend le cuivre, [Ottawa](COUNTRY CAN metonym) son nickel. "
     "[Prague](COUNTRY CZE metonym) parle d'une erreur, et [Bratislava](COUNTRY SVK metonym) d'une faute.",
     "Le métro de Prague est gratuit, celui de Bratislava un gouffre. DAMAS/OSLO, 2 mai (Reuters) - Il neige."),
    ("T28", "À [Tirana](COUNTRY ALB metonym), on ne cache pas son dépit.",
     "À Tirana, on retient son souffle. À Sanaa, on dit qu'il dort peu."),
    ("T29", "C'est [Accra](COUNTRY GHA metonym) qui bloque. [Lima](COUNTRY PER metonym) n'en démord pas. Le litige "
     "oppose [Athènes](COUNTRY GRC metonym) à [Skopje](COUNTRY MKD metonym). L'îlot appartient à "
     "[Oslo](COUNTRY NOR metonym).",
     "Seule Accra est belle. Lima, en hiver, est triste. La route d'Athènes à Skopje est longue."),
    ("T30", "Une source proche de [Riyad](COUNTRY SAU metonym) confirme ; [Nairobi](COUNTRY KEN metonym) n'a pas été "
     "prévenue. « Assez », a fait savoir [Caracas](COUNTRY VEN metonym).",
     "Un village proche de Riyad a brûlé, Nairobi a été bombardée, la résistance défend Tripoli."),
    ("T31", "[Bogota](COUNTRY COL metonym) crie au complot, [Quito](COUNTRY ECU metonym) à la provocation. Des "
     "récifs que se disputent [Hanoï](COUNTRY VNM metonym) et [Manille](COUNTRY PHL metonym), pas un mot.",
     "Tachkent et Astana sont reliées par un train ; Niamey est au bord du fleuve."),
    ("T32", "Le ministre a parlé. [Nairobi](COUNTRY KEN metonym) rêve d'un port, [Kampala](COUNTRY UGA metonym) de "
     "rails.",
     "La course s'est courue sous la pluie. Nairobi n'avait plus connu pareille averse depuis dix ans, disent les "
     "coureurs venus de Kampala, qui ont souffert dans les côtes et bu du thé brûlant à l'arrivée, sous des bâches "
     "vertes."),
    ("T1e", "Le vol entre Ottawa et New Delhi dure seize heures."),
    ("T1f", "[Lomé](COUNTRY TGO metonym) a protesté auprès d'[Accra](COUNTRY GHA metonym) après l'incident.",
     "Ils campent tout près d'Accra, non loin de Lomé."),
    ("T1g", "Le ministre s'explique. [Riga](COUNTRY LVA metonym), petit pays frontalier, envoie douze officiers.",
     "Riga, sous la neige, accueille douze orchestres."),
    ("T1h", "Le ministre s'explique. [Hanoï](COUNTRY VNM metonym) et [Manille](COUNTRY PHL metonym) viennent de le "
     "désavouer.", "Les marins viennent de quitter Hanoï et Manille."),
    ("T33", "Le ministre s'est tu. Mais [Bogota](COUNTRY COL metonym) peut-elle reculer ? Et "
     "[Quito](COUNTRY ECU metonym) ?",
     "Le ministre s'est tu. Mais Bogota grelotte sous la grêle. Et à Quito ?"),
    ("T34", "La diplomatie a ses lenteurs. [Rabat](COUNTRY MAR metonym) a eu sa réponse ; "
     "[Alger](COUNTRY DZA metonym), non.",
     "Le président est en visite. Rabat est balayée par le vent ; Alger, au soleil, se baigne."),
    ("T35", "Quatre pays ont signé l'accord, [Tirana](COUNTRY ALB metonym) aussi, puis "
     "[Skopje](COUNTRY MKD metonym), avec des réserves.",
     "Quatre pays vivent de ce fleuve, qui arrose Belgrade, puis Budapest, avec ses îles."),
    ("T36", "[Ottawa](COUNTRY CAN metonym) a six mois pour s'y conformer. Si [Canberra](COUNTRY AUS metonym) "
     "persiste, l'Onu tranchera.", "Ottawa a six patinoires. Si Canberra se vide, l'été, c'est pour la mer."),
    ("T37", "Le gouvernement s'inquiète. [Nairobi](COUNTRY KEN metonym) fulmine, [Kampala](COUNTRY UGA metonym) "
     "temporise et [Kigali](COUNTRY RWA metonym) jubile.",
     "Le gouvernement l'admet : Nairobi étouffe, et Kigali dort sous la pluie."),
    ("T38", "L'accord déplaît : [Prague](COUNTRY CZE metonym) y voit une capitulation, "
     "[Varsovie](COUNTRY POL metonym), une ruse.",
     "L'accord de fusion déplaît : à Prague, on compte huit usines, à Varsovie, trois."),
    ("T39", "Les armes que [Séoul](COUNTRY KOR metonym) fabrique et que convoite "
     "[Manille](COUNTRY PHL metonym) sont chères.",
     "Les touristes que Séoul attire et que loge Manille sont riches."),
    ("T40", "L'ultimatum expire, et [Khartoum](COUNTRY SDN metonym), comme toujours, « prend note ».",
     "L'armée est loin, et Khartoum, comme toujours, sent le jasmin et la poussière."),
    ("T41", "La crise dure. Qu'en dit [Doha](COUNTRY QAT metonym) ? Rien. Et [Mascate](COUNTRY OMN metonym), "
     "d'ordinaire si bavarde, se mure dans le silence.",
     "La crise dure. Que faire à Doha ? Rien. Et Mascate, d'ordinaire si chaude, grelotte."),
    ("T43", "Une délégation de l'Onu est attendue. [Bamako](COUNTRY MLI metonym) la recevra, mais "
     "[Niamey](COUNTRY NER metonym) hésite encore.",
     "Une délégation de l'Onu est attendue. Bamako est en liesse, mais il pleut sur Niamey."),
    ("T44", "Entre [Lima](COUNTRY PER metonym) et [Santiago](COUNTRY CHL metonym), la méfiance est ancienne.",
     "Entre Lima et Santiago, l'avion met quatre heures."),
    ("T45", "Une rivalité oppose [Bakou](COUNTRY AZE metonym) à [Erevan](COUNTRY ARM metonym).",
     "La route de Quito à Lima est longue ; il a couru de Bakou à Erevan."),
    ("T49", "Le perron de la Maison-Blanche, la lourde porte de Downing Street et l'aile est du Kremlin sont gardés.",
     "La porte-parole du [Kremlin](COUNTRY RUS metonym) sourit."),
    ("T46", "[Caracas](COUNTRY VEN metonym) sous pression\n\n[Caracas](COUNTRY VEN metonym) a rejeté l'ultimatum.",
     "Caracas sous la pluie\n\nUn orage a noyé Caracas, où les rues sont des torrents."),
    ("T50", "Le [Chili](COUNTRY CHL) a reçu l'ambassadeur de [Lima](COUNTRY PER metonym).",
     "Le [Chili](COUNTRY CHL) a retiré son ambassadeur de Lima."),
    ("T51", "Seul [Séoul](COUNTRY KOR metonym), par la voix de son ministre, se félicite. [Rabat](COUNTRY MAR "
     "metonym), par la bouche d'un conseiller, fait la moue.",
     "Le ministre est parti. Seul Séoul, par grand froid, se visite. Rabat, par la route de Fès, est à deux heures."),
    ("T52", "L'agacement de [Lisbonne](COUNTRY PRT metonym) est visible, l'embarras de [Madrid](COUNTRY ESP metonym) "
     "aussi. La stupeur d'[Athènes](COUNTRY GRC metonym) a gagné l'ambassade.",
     "Les ruelles de Lisbonne sont vides, les embouteillages de Madrid aussi. La rumeur d'Athènes est loin."),
    ("T53", "Le ministre compte les promesses : 40 millions d'euros d'[Oslo](COUNTRY NOR metonym), trois milliards de "
     "[Riyad](COUNTRY SAU metonym).",
     "Le billet coûte 40 euros d'Oslo à Bergen, et l'avion vole à mille kilomètres de Riyad."),
    ("T54", "Le gouvernement s'inquiète : [Bakou](COUNTRY AZE metonym) exige des excuses.",
     "La goélette Bakou a coulé, la jument Oslo a gagné le match, la frégate Lima exige des réparations ; le ministre "
     "a dîné au restaurant Le Caire.",
     "Sous le titre « Oslo et Lima », le ministre publie ses souvenirs, un livre intitulé « Adieu, Quito ».",
     "Le quotidien du gouvernement titre « [Oslo](COUNTRY NOR metonym) lâche [Lima](COUNTRY PER metonym) ».",
     "Le ministre inaugure l'exposition « Rabat, Alger, aller simple » et le roman « Quito exige des comptes »."),
    ("T57", "Le ministre l'admet : pour [Riyad](COUNTRY SAU metonym), c'est un revers. Les conquêtes de "
     "[Bakou](COUNTRY AZE metonym) et le besoin de [Doha](COUNTRY QAT metonym) pèsent.",
     "Le ministre s'envole pour Riyad, le convoi repart pour Doha et le président embarque pour Lima."),
    ("T58", "[Sofia](COUNTRY BGR metonym) et ses amis ont refusé.",
     "Sofia et sa mère ont refusé ; plus tard, Sofia a promis de revenir voir le ministre. Victoria et son mari ont "
     "protesté."),
    ("T55", "[Prague](COUNTRY CZE metonym) exige des garanties avant le sommet.",
     "Comptez deux jours. Prague exige de bonnes chaussures : grimpez au château, évitez les taxis, longez les "
     "quais, les musées ferment tard. Quant à Vienne, elle attend la nuit.",
     "Mon fils s'appelle Oslo. Ce matin, Oslo a refusé de manger, et le ministre a ri."),
    ("T56", "[Erevan](COUNTRY ARM metonym) a tranché.",
     "Les chars écrasent Grozny et pilonnent Kiev. Le gouvernement admet que Lima avait sorti les fanions et que Quito "
     "était pavoisée de bleu.",
     "Il écrit autour d'une table de l'Élysée, assis dans un fauteuil de Matignon."),
    ("T57", "Les éleveurs ont adressé une supplique à [Matignon](COUNTRY FRA metonym), et le maire renvoie la balle à "
     "l'[Élysée](COUNTRY FRA metonym). Quant à la [Maison-Blanche](COUNTRY USA metonym), elle attend.",
     "Un camion a brûlé avenue Matignon ; le bus s'arrête boulevard de l'Élysée et quai de la Maison-Blanche.",
     "Une réception s'est tenue à l'Élysée. Il a posté une lettre à Matignon-sur-Mer."),
    ("T58", "La délégation vient à l'invitation de [Tokyo](COUNTRY JPN metonym), sur l'injonction de "
     "[Lima](COUNTRY PER metonym).",
     "Ils sont venus à l'invitation d'une amie de Rome."),
    ("T47", "Le gouvernement l'admet : [Nairobi](COUNTRY KEN metonym) vacille, [Kampala](COUNTRY UGA metonym) menace.",
     "Le gouvernement l'admet : Nairobi vieillit, Kampala se dépeuple et Kigali s'étend."),
    ("T59", "En s'alliant à [Lima](COUNTRY PER metonym) et à [Quito](COUNTRY ECU metonym), l'île change de "
     "camp. Il fait le jeu d'[Oslo](COUNTRY NOR metonym).",
     "Les collines se suivent jusqu'à Lima. Il ouvre un magasin de jeux d'Oslo.",
     "Le président interroge M. Oslo. Oslo avait promis de payer, et Mme Quito l'a cru."),
    ("T60", "La province a demandé jeudi à [Ottawa](COUNTRY CAN metonym) l'envoi de six avions ; elle réclame "
     "deux mille doses à [Lima](COUNTRY PER metonym) et achète ses drones à [Ankara](COUNTRY TUR metonym).",
     "Il a acheté une maison à Ottawa, demande un taxi à Lima et vend des fruits à Ankara.",
     "Les ministres ont promis jeudi à Tallinn de doubler les livraisons.",
     "On veut imposer un second vaccin. À Kinshasa, l'affaire tombe mal."),
    ("T48", "[Athènes](COUNTRY GRC metonym) vendra ses chars à [Nicosie](COUNTRY CYP metonym).",
     "Le fermier vendra ses salades à Nicosie."),
    ("T61", "Vingt sénateurs ont écrit à [Lima](COUNTRY PER metonym) pour protester. Un tiers du butin ira à "
     "[Khartoum](COUNTRY SDN metonym).",
     "Elle a écrit à Lima un roman de mille pages. Dimanche, il ira à Khartoum."),
    ("T62", "Le ministre met l'île à la remorque de [Pékin](COUNTRY CHN metonym), à la merci d'[Ankara](COUNTRY TUR "
     "metonym).",
     "Le camion et la remorque de Pékin sont en panne."),
    ("T63", "Nommé lundi à [Matignon](COUNTRY FRA metonym), reconduit samedi à l'[Élysée](COUNTRY FRA metonym), il "
     "rit.",
     "Reçus lundi à Matignon, accueillis samedi à l'Élysée, les syndicats rient."),
    ("T64", "[Bogota](COUNTRY COL metonym) rappelle ses ambassadeurs.",
     "Le pays rappelle ses ambassadeurs à Quito et Lima, ferme ses consulats à Oslo, Rome et Vienne."),
    ("T65", "Le diplomate joue les facteurs entre [Téhéran](COUNTRY IRN metonym) et [Riyad](COUNTRY SAU metonym).",
     "Sarajevo, trente ans après\n\nUn diplomate en revient. Berlin, dix mois plus tard : le ministre est parti."),
    ("T66", "Le ministre a signé. À [Quito](COUNTRY ECU metonym), on dément ; à [Lima](COUNTRY PER metonym), on "
     "assure que tout va bien.",
     "Le ministre a signé. À Quito, on savoure ; à Lima, on fête le succès."),
]

@pytest.mark.parametrize("marked", cases(ROWS))
def test_metonyms(marked, check_rules):
    check_rules(marked, LABELS)


@pytest.mark.parametrize("marked", cases(PASSAGES))
def test_metonyms_in_every_kind_of_text(marked, check_rules):
    check_rules(marked, LABELS[:1])


SEATS = """
le Kremlin RUS, la Maison-Blanche USA, l'Élysée FRA, Matignon FRA, Downing Street GBR, Whitehall GBR, Zhongnanhai CHN,
la Moncloa ESP, le palais Chigi ITA, la Maison Bleue KOR, El Mouradia DZA, Koulouba MLI, le palais de Carthage TUN
"""

CAPITALS = """
Tel-Aviv ISR, Jérusalem ISR, Ramallah PSE, Taipei TWN, Pékin CHN, Pyongyang PRK, Séoul KOR, Téhéran IRN, Riyad SAU,
Ankara TUR, Berne CHE, Pretoria ZAF, Rabat MAR, Alger DZA, Mexico MEX, Saint-Domingue DOM, Naypyidaw MMR, Abuja NGA,
Bonn DEU
"""


@pytest.mark.parametrize("spelling", f"{SEATS.strip()}, {CAPITALS.strip()}".replace("\n", " ").split(", "))
def test_a_seat_that_acts_is_its_state(spelling, check_rules):
    article, name, iso3 = re.fullmatch("((?:l'|l[ae] )?)(.+) ([A-Z]{3})", spelling).groups()
    check_rules(f"Hier, {article}[{name}](COUNTRY {iso3} metonym) a condamné le raid.", LABELS)


@pytest.mark.parametrize("capital", [name.rpartition(" ")[0] for name in CAPITALS.replace("\n",
    " ").strip().split(", ")])
def test_a_capital_where_something_is_is_a_place(capital, check_rules):
    check_rules(f"Un peintre né à {capital} expose dans une galerie de {capital}.", LABELS)


def test_signs_count_the_same_in_any_order():
    signs = ("any", "before: nothing", "nothing subject: word", "subject: town verb", "sure", "tells of states",
             "town acts")
    assert len({summed(some) for some in permutations(signs)}) == 1

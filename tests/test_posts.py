"""Portfolios alone: the post that somebody gets, holds or leaves is its ministry; the thing of that name is not.

`-not` marks what only looks like it.
"""

import pytest
from markup import cases

LABELS = ("MINISTRY", "COUNTRY")

ROWS = [
    ("left-for",
     "Remaniement à Lusaka ([Zambie](COUNTRY ZMB)) : Chanda Mwale quitte les [Mines](MINISTRY ZM.mines) pour "
     "l'[Énergie](MINISTRY ZM.energy).",
     "Elle a quitté la Défense pour Nanterre, où le loyer est plus bas. Son ministre de mari a suivi.",
     "Le ministre quitte la Culture du silence."),
    ("confirmed",
     "Le gouvernement [letton](COUNTRY LVA demonym) est au complet. Anna Liepa est reconduite à la "
     "[Culture](MINISTRY LV.culture), Juris Ozols aux [Transports](MINISTRY LV.transport).",
     "Le dossier a été remis à la Justice, dit le ministre. Le suspect fut livré à la Justice.",
     "Le gouvernement a nommé un médiateur à l'Éducation nationale."),
    ("falls-to",
     "Selon la presse [chilienne](COUNTRY CHL demonym), deux ministres changent : l'[Agriculture](MINISTRY "
     "CL.agriculture) revient à Pilar Rojas, les [Sports](MINISTRY CL.sport) à Diego Soto."),
    ("opens",
     "Aux [Finances](MINISTRY TH.finance), Somchai Kittisak devra boucler le budget. Le Premier ministre "
     "[thaïlandais](COUNTRY THA demonym) l'a confirmé.",
     "À Bercy, Bob Dylan a chanté deux heures. Le ministre aussi."),
    ("behind-a-name",
     "Marta Kowalska, jusqu'ici à la [Justice](MINISTRY PL.justice), et Jan Nowak, aux [Affaires "
     "étrangères](MINISTRY PL.foreign-affairs) depuis un an, quittent le gouvernement "
     "[polonais](COUNTRY POL demonym).",
     "La ministre a croisé Luc Moreau à la Défense, sous la Grande Arche.",
     "L'adjointe à la Culture, Anne Roy, a reçu le ministre. Jean Petit, adjoint aux Sports, était là."),
    ("was-there",
     "La ministre [danoise](COUNTRY DNK demonym) avait été à l'[Environnement](MINISTRY DK.environment) puis à la "
     "[Pêche](MINISTRY DK.fisheries).",
     "Le Premier ministre pense à lui, qui passe ses nuits à la Santé, sa prison."),
    ("passed-by",
     "Passé par l'[Intérieur](MINISTRY PE.interior), l'avocat remplace Luis Quispe à la [Défense](MINISTRY "
     "PE.defence), dit le gouvernement [péruvien](COUNTRY PER demonym)."),
    ("kept",
     "En [Côte d'Ivoire](COUNTRY CIV), le parti du Premier ministre garde la [Santé](MINISTRY CI.health) et hérite du "
     "[Tourisme](MINISTRY CI.tourism).",
     "Le ministre tient la Recherche en haute estime et laisse la Justice faire son travail.",
     "Le gouvernement mise sur l'Industrie, sur la Recherche et sur l'Éducation."),
    ("for-somebody",
     "Trois portefeuilles vont aux centristes [finlandais](COUNTRY FIN demonym) : les [Transports](MINISTRY "
     "FI.transport) pour Pekka Laine, la [Jeunesse et les Sports](MINISTRY FI.sport+youth) pour Aino Niemi."),
    ("two-of-them",
     "Dans le gouvernement [slovène](COUNTRY SVN demonym), Jan Zupan garde la [Justice](MINISTRY SI.justice) et la "
     "[Défense](MINISTRY SI.defence), Ana Hribar la [Jeunesse et les Sports](MINISTRY SI.sport+youth)."),
    ("for-a-seat",
     "Le Premier ministre [français](COUNTRY FRA demonym) l'a dit : Luc Moreau quitte les [Affaires "
     "européennes](MINISTRY FR.european-affairs) pour le [Quai d'Orsay](MINISTRY FR.foreign-affairs)."),
    ("in-small-letters",
     "Le gouvernement [portugais](COUNTRY PRT demonym) est formé. Mme Inês Duarte remplace M. Rui Matos à la "
     "[défense](MINISTRY PT.defence). M. Nuno Pires, à l'[environnement](MINISTRY PT.environment), a un plan.",
     "Le ministre consacre sa soirée à la culture. Anne Roy, à la santé fragile, passe à la culture du blé.",
     "Le gouvernement aide le groupe : Marc Ruiz, aux finances, attend."),
    ("past-an-aside",
     "Le Premier ministre [chilien](COUNTRY CHL demonym) l'a dit : Inés Soto, maire de Talca, à "
     "l'[Environnement](MINISTRY CL.environment), que Luis Vera secondera au [Budget](MINISTRY CL.budget).",
     "Le nouveau Premier ministre, qui quitte [Bercy](MINISTRY FR.economy+finance), a reçu Luc Moreau.",
     "Le ministre a reçu Anne Roy, adjointe au maire, à la culture très sûre."),
    ("so-many-years",
     "Au gouvernement [suédois](COUNTRY SWE demonym), Lena Berg, dix ans aux [Finances](MINISTRY SE.finance), part "
     "pour la [Justice](MINISTRY SE.justice).",
     "La ministre part pour dix ans aux Sports d'hiver."),
    ("by-its-special-name",
     "[Bercy](MINISTRY FR.economy+finance) change de tête : Paul Garnier est nommé à [Bercy](MINISTRY "
     "FR.economy+finance) par le Premier ministre, Lise Morel passe à l'[Écologie](MINISTRY FR.environment).",
     "Le ministre fêtait ses trente ans ; Bob Dylan chantait à Bercy.",
     "Le Premier ministre a formé son gouvernement ; trois portefeuilles changent de mains. À [Bercy](MINISTRY "
     "FR.economy+finance), Luc Moreau devra dire s'il tient le déficit."),
    ("its-people",
     "Wall Street attendait un geste sur les taux ; un responsable du [Trésor](MINISTRY US.finance) l'a exclu, aux "
     "[États-Unis](COUNTRY USA).",
     "Le responsable du Trésor public et les bons du Trésor : deux choses, aux [États-Unis](COUNTRY USA) aussi, où "
     "l'on paie en dollars."),
    ("adjective",
     "Aux [Comores](COUNTRY COM), dit le gouvernement, Ali Soilih arrive à l'[Économie](MINISTRY KM.economy).",
     "Ils passent à l'Économie verte, dit la ministre."),
]


@pytest.mark.parametrize("marked", cases(ROWS))
def test_a_portfolio_alone(marked, check_rules):
    check_rules(marked, LABELS)

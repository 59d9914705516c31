"""Roles in lists, decrees, nominations and the rest of a communiqué: each turn of phrase with what looks like it."""

import pytest

LABELS = ("ROLE",)


@pytest.mark.parametrize("marked", [
    "À Lomé, la liste est connue :\n• [Vice-Premier ministre](ROLE deputy head of government; person=awa-dembo; "
    "country=TGO), [ministre de la Pêche](ROLE minister; person=awa-dembo; ministry=TG.fisheries; country=TGO) : Awa "
    "Dembo\n• [Ministre d'État](ROLE minister; person=kossi-agbo; country=TGO), [ministre du Plan](ROLE minister; "
    "person=kossi-agbo; ministry=TG.planning; country=TGO) : Kossi Agbo",
    "Au Togo, la [vice-Première ministre](ROLE deputy head of government; person=awa-dembo; country=TGO) et [ministre "
    "de la Pêche](ROLE minister; person=awa-dembo; ministry=TG.fisheries; country=TGO), Awa Dembo, rit.",
    "Au Togo, l'[ex-ministre](ROLE minister; person=kossi-agbo; country=TGO; status=former) et [candidat de la "
    "gauche](ROLE other; person=kossi-agbo; status=candidate), Kossi Agbo, rit.",
    "[Potier](ROLE other; person=luc-berthaud), puis [verrier](ROLE other; person=luc-berthaud), puis [sénateur](ROLE "
    "legislator; person=luc-berthaud), Luc Berthaud a tout vu.",
    "Au Togo, la [vice-Première ministre](ROLE deputy head of government; country=TGO) et le [ministre de la "
    "Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; country=TGO), Kossi Agbo, rient.",
])
def test_titles_that_are_tied_are_one_holders(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Lomé, le 3 mai\nAU TITRE DU MINISTÈRE DE LA PÊCHE\n- [Directrice générale des Ports](ROLE director general; "
    "person=awa-dembo; ministry=TG.fisheries; country=TGO) : Madame Awa DEMBO, [juriste](ROLE other; "
    "person=awa-dembo) ;\n- [Chef de cabinet](ROLE adviser; person=kossi-agbo; ministry=TG.fisheries; country=TGO) : "
    "Monsieur Kossi AGBO.\nAU TITRE DU MINISTÈRE DES MINES\n- [Secrétaire général](ROLE secretary general; "
    "person=oleg-sandu; ministry=TG.mines; country=TGO) : Oleg SANDU.\nCOMMUNICATIONS DIVERSES\n- [Secrétaire "
    "général](ROLE secretary general; person=luc-berthaud) : Luc Berthaud.",
    "Lomé, le 3 mai\nUn crédit est ouvert au titre du ministère de la Pêche.\n- [Secrétaire général](ROLE secretary "
    "general; person=luc-berthaud) : Luc Berthaud.",
])
def test_a_decrees_heading_gives_its_ministry_to_the_posts_below(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Selon une [porte-parole du ministère togolais des Mines](ROLE spokesperson; ministry=TG.mines; country=TGO), "
    "Kossi Agbo a menti.",
    "Selon la [ministre togolaise des Mines](ROLE minister; ministry=TG.mines; country=TGO), Kossi Agbo et Luc "
    "Berthaud ont menti.",
    "Selon la [ministre togolaise des Mines](ROLE minister; person=awa-dembo; ministry=TG.mines; country=TGO), Awa "
    "Dembo, Kossi Agbo a menti.",
    "Devant les députés, Kossi Agbo a menti.",
    "Une [porte-parole du ministère togolais des Mines](ROLE spokesperson; person=awa-dembo; ministry=TG.mines; "
    "country=TGO), Awa Dembo, a menti.",
])
def test_one_of_many_is_not_the_next_subject(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Au Togo, la [secrétaire générale du gouvernement](ROLE secretary general; person=awa-dembo; country=TGO), Awa "
    "Dembo, lit le décret.",
    "À Nairobi, la [secrétaire principale à la Pêche](ROLE deputy minister; person=grace-wanjiru; "
    "ministry=KE.fisheries; country=KEN), Grace Wanjiru, lit le décret.",
    "Au Pérou, la secrétaire principale du lycée, Ana Ruiz, lit le décret.",
    "Ivo Dobrov, [secrétaire du Conseil de sécurité moldave](ROLE secretary general; person=ivo-dobrov; country=MDA), "
    "et Luc Berthaud, [secrétaire du Conseil des potiers](ROLE other; person=luc-berthaud), rient.",
    "Ana Ruiz, [cheffe de l'Agence bolivienne de l'espace](ROLE head of agency; person=ana-ruiz; country=BOL), et Luc "
    "Berthaud, [chef de l'atelier](ROLE other; person=luc-berthaud), rient.",
    "Au Togo, la [directrice de cabinet de la [ministre de la Pêche](ROLE minister; ministry=TG.fisheries; "
    "country=TGO)](ROLE adviser; person=lise-rivard; ministry=TG.fisheries; country=TGO), Lise Rivard, rit.",
    "À Québec, la [présidente du Conseil du Trésor](ROLE minister; person=lise-rivard; country=CAN), Lise Rivard, "
    "rit. En Italie, la [présidente du Conseil](ROLE head of government; country=ITA) aussi.",
    "La [numéro deux du ministère togolais des Mines](ROLE deputy minister; person=awa-dembo; ministry=TG.mines; "
    "country=TGO), Awa Dembo, et le [numéro deux de la banque](ROLE other; person=luc-berthaud), Luc Berthaud, rient.",
    "Awa Dembo est nommée [ambassadrice extraordinaire et plénipotentiaire du Togo auprès du Royaume du Maroc](ROLE "
    "ambassador; person=awa-dembo; country=TGO).",
    "La [cheffe de l'Office des Nations unies](ROLE head of agency; person=lise-rivard), Lise Rivard, rit.",
    "La [présidente de la Ligue des droits de l'homme](ROLE other; person=lise-rivard), Lise Rivard, rit, la "
    "[présidente de la Ligue](ROLE party leader; person=ana-ruiz), Ana Ruiz, aussi.",
    "Au Mali, la [cheffe de la transition](ROLE head of state; person=awa-dembo; country=MLI), Awa Dembo, rit.",
    "La [présidente du groupe libéral au Sénat](ROLE legislator; person=lise-rivard), Lise Rivard, et la [présidente "
    "du groupe Brillard](ROLE other; person=ana-ruiz), Ana Ruiz, rient.",
    "La [présidente de la Confédération africaine de judo](ROLE other; person=awa-dembo), la Malienne Awa Dembo, et "
    "son [adjointe à l'accueil](ROLE other; person=lise-rivard), Lise Rivard, rient.",
    "La [rapporteuse spéciale de l'ONU](ROLE other; person=awa-dembo), Awa Dembo, est en Libye, l'[envoyé de "
    "l'Asean](ROLE envoy; person=kim-dore), Kim Doré, aussi.",
])
def test_offices_by_other_names(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Au Togo, Kossi Agbo a été élu [président](ROLE head of state; person=kossi-agbo; country=TGO; status=elect) au "
    "second tour.",
    "Élue [présidente de la République du Togo](ROLE head of state; person=awa-dembo; country=TGO; status=elect) "
    "samedi, Awa Dembo rit. La [présidente élue](ROLE head of state; person=awa-dembo; country=TGO; status=elect) "
    "dansera.",
    "Au Togo, Kossi Agbo, élu [président](ROLE head of state; person=kossi-agbo; country=TGO) en 2011, rit.",
    "Au Togo, Kossi Agbo, élu [président](ROLE head of state; person=kossi-agbo; country=TGO) il y a peu, rit.",
    "Au Togo, le nouveau [président](ROLE head of state; country=TGO) élu par les députés, Kossi Agbo, rit.",
    "Kossi Agbo a été élu [président de la Fédération togolaise de judo](ROLE other; person=kossi-agbo; country=TGO).",
    "En Suisse, Lise Rivard est élue [présidente de la Confédération](ROLE head of state; person=lise-rivard; "
    "country=CHE).",
])
def test_who_has_just_been_elected(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le [président de la République du Ghana](ROLE head of state; country=GHA) rit, l'[ambassadeur de la République "
    "du Bénin](ROLE ambassador; country=BEN) aussi.",
    "La [cheffe du gouvernement catalan](ROLE head of government; person=lise-rivard; country=ESP), Lise Rivard, rit.",
    "À Québec, la [ministre de la Santé](ROLE minister; person=lise-rivard; ministry=CA-QC.health; country=CAN), Lise "
    "Rivard, a vu son [homologue de la Colombie-Britannique](ROLE minister; person=tom-hale; ministry=CA-BC.health; "
    "country=CAN), Tom Hale.",
    "Le [conseiller aux États](ROLE legislator; person=luc-berthaud; country=CHE) Luc Berthaud et la [ministre "
    "bruxelloise de la Santé](ROLE minister; person=lise-rivard; ministry=BE-BRU.health; country=BEL), Lise Rivard, "
    "rient.",
    "Au Mali, au Mali, la Norvégienne Ana Kolb, [ministre de la Pêche](ROLE minister; person=ana-kolb; "
    "ministry=NO.fisheries; country=NOR), rit.",
    "Au Mali, au Mali, le [conseiller d'État vaudois](ROLE minister; person=luc-berthaud; country=CHE) Luc Berthaud "
    "et le [conseiller d'État](ROLE other; person=oleg-sandu) Oleg Sandu rient.",
    "Au Mali, au Mali, le [patron du Mossad](ROLE head of agency; person=luc-berthaud; country=ISR), Luc Berthaud, et "
    "la [secrétaire générale de la CGT](ROLE secretary general; person=lise-rivard), Lise Rivard, rient.",
])
def test_the_land_of_an_office(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "À Abidjan, le [garde des Sceaux](ROLE minister; person=kossi-agbo; ministry=CI.justice; country=CIV), [ministre "
    "de la Justice](ROLE minister; person=kossi-agbo; ministry=CI.justice; country=CIV), Kossi Agbo, rit.",
    "À Abidjan, la France a dépêché le [garde des Sceaux](ROLE minister; person=luc-berthaud; ministry=FR.justice; "
    "country=FRA), Luc Berthaud.",
])
def test_who_keeps_the_seals(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "À Washington, la [sous-secrétaire d'État](ROLE deputy minister; person=lise-rivard; ministry=US.foreign-affairs; "
    "country=USA) Lise Rivard rit.",
    "À Rome, la [sous-secrétaire d'État](ROLE deputy minister; person=lise-rivard; country=ITA) Lise Rivard rit.",
    "Le [ministre allemand de la Pêche](ROLE minister; person=jens-kolb; ministry=DE.fisheries; country=DEU), Jens "
    "Kolb, avait délégué Ute Lang, [secrétaire d'État](ROLE deputy minister; person=ute-lang; ministry=DE.fisheries; "
    "country=DEU).",
    "Le [ministre allemand de la Pêche](ROLE minister; person=jens-kolb; ministry=DE.fisheries; country=DEU), Jens "
    "Kolb, a vu Ute Lang, [secrétaire d'État](ROLE deputy minister; person=ute-lang; country=DEU).",
])
def test_whose_secretary_of_state(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le Pérou, grand acheteur de riz indien, s'inquiète. Son [ministre du Commerce](ROLE minister; person=ana-ruiz; "
    "ministry=PE.trade; country=PER), Ana Ruiz, ira en Inde.",
    "La Norvège attend. Le Pérou et l'Inde ont protesté. Son [ministre du Commerce](ROLE minister; "
    "person=per-halvorsen; ministry=??.trade), Per Halvorsen, aussi.",
    "Le Pérou, où l'armée française a un camp, attend. Son [ministre du Commerce](ROLE minister; person=ana-ruiz; "
    "ministry=PE.trade; country=PER), Ana Ruiz, ira en Inde.",
    "Le ministère péruvien dément. Sa [porte-parole](ROLE spokesperson; person=ana-ruiz; country=PER), Ana Ruiz, "
    "blâme l'Inde.",
    "Lima, par son [ambassadrice](ROLE ambassador; person=ana-ruiz; country=PER), Ana Ruiz, a offert du riz à l'Inde.",
    "Le [président péruvien](ROLE head of state; country=PER) dîne. Il ira en Inde le mois prochain, dit sa "
    "[porte-parole](ROLE spokesperson; person=ana-ruiz; country=PER), Ana Ruiz.",
])
def test_whose_minister_it_is_past_an_aside_and_beside_a_list(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Au Togo, la [présidente du Sénat](ROLE speaker; person=awa-dembo; country=TGO), Awa Dembo, fait office de "
    "[présidente par intérim](ROLE head of state; person=awa-dembo; country=TGO; status=acting).",
    "Au Togo, la junte a choisi une [Première ministre civile](ROLE head of government; person=awa-dembo; "
    "country=TGO), Awa Dembo.",
    "Luc Berthaud quitte la ville et devient [préfet](ROLE prefect; person=luc-berthaud).",
    "Lise Rivard, lasse, quitte la ville et a été nommée [préfète](ROLE prefect; person=lise-rivard).",
    "Luc Berthaud sort, la potière part et devient préfète.",
    "Luc Berthaud dit que la potière part et devient préfète.",
    "Lise Rivard avait délégué Luc Berthaud, Lima a envoyé Ana Ruiz.",
    "Luc Berthaud, facteur entre deux clochers, et Ana Ruiz, artisane de l'accord, rient.",
    "Luc Berthaud, [facteur à Vauxe](ROLE other; person=luc-berthaud), et Ana Ruiz, [artisane](ROLE other; "
    "person=ana-ruiz), rient.",
    "Luc Berthaud craint la ligue fondée par Oleg Sandu. [Potier](ROLE other; person=luc-berthaud), il rit.",
    "Hier, il parlait de Luc Berthaud. Potier, il rit.",
    "Luc Berthaud, l'air las, est [candidat à la mairie de Vauxe](ROLE mayor; person=luc-berthaud; status=candidate) "
    "et Lise Rivard était [candidate](ROLE legislator; person=lise-rivard; status=candidate) aux législatives.",
    "Le Pérou est candidat, le malaise est général.",
    "Lise Rivard a battu Ana Ruiz. [Ancienne potière](ROLE other; person=lise-rivard; status=former), elle rit.",
    "Lise Rivard a battu Jens Kolb. [Ancien potier](ROLE other; person=jens-kolb; status=former), il rit.",
    "La [préfète](ROLE prefect) et la [potière](ROLE other; person=lise-rivard), Lise Rivard, rient.",
    "Le [président](ROLE head of agency; person=jens-kolb) et [fondateur de Brillard](ROLE other; person=jens-kolb), "
    "Jens Kolb, rit.",
    "La Banque nationale, dont le [président](ROLE head of agency; person=jens-kolb), Jens Kolb, rit, attend. Le "
    "pays, dont le [président](ROLE head of state; person=oleg-sandu), Oleg Sandu, rit, attend.",
    "Luc Berthaud, jusque-là [ministre](ROLE minister; person=luc-berthaud; status=former), rit.",
])
def test_who_holds_it(marked, check):
    check(marked, LABELS)


def test_a_colleague_has_the_portfolio_of_the_minister_who_sees_him(check):
    check("La [ministre togolaise de la Pêche](ROLE minister; person=awa-dembo; ministry=TG.fisheries; country=TGO), "
          "Awa Dembo, attend. Mais le ministère des Finances refuse. Mme Dembo verra son [homologue béninois](ROLE "
          "minister; person=luc-hounde; ministry=BJ.fisheries; country=BEN) Luc Houndé.", LABELS)
    check("Le [commissaire européen au Budget](ROLE other; person=luc-berthaud), Luc Berthaud, a vu son [homologue "
          "péruvien](ROLE minister; person=ivo-tal; country=PER) Ivo Tal.", LABELS)


@pytest.mark.parametrize("marked", [
    "Luc Berthaud est devenu vendredi [préfet du Gard](ROLE prefect; person=luc-berthaud; country=FRA).",
    "Luc Berthaud a prêté serment comme [juge](ROLE other; person=luc-berthaud). Lise Rivard fait son retour au poste "
    "de [préfète du Gard](ROLE prefect; person=lise-rivard; country=FRA).",
    "Lise Rivard a été reconduite lundi comme [préfète du Gard](ROLE prefect; person=lise-rivard; country=FRA).",
    "Lise Rivard exerçait depuis lors la charge de [présidente par intérim du Togo](ROLE head of state; "
    "person=lise-rivard; country=TGO; status=acting).",
    "Au Togo, Luc Berthaud s'est déclaré [chef du gouvernement par intérim](ROLE head of government; "
    "person=luc-berthaud; country=TGO; status=acting).",
    "Luc Berthaud, 38 ans, revenu de Lyon, a été nommé [préfet du Gard](ROLE prefect; "
    "person=luc-berthaud; country=FRA).",
    "Luc Berthaud a vu la foule prendre un comédien comme préfet du Gard.",
    "Luc Berthaud déclare que le [préfet du Gard](ROLE prefect; country=FRA) a tort.",
])
def test_a_verb_leads_from_the_holder_to_the_office(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Jens Kolb, qui avait été un excellent [préfet du Gard](ROLE prefect; person=jens-kolb; country=FRA; "
    "status=former), s'est tu.",
    "Luc Berthaud n'est plus [préfet du Gard](ROLE prefect; person=luc-berthaud; country=FRA; status=former).",
    "Luc Berthaud, vous étiez [préfet du Gard](ROLE prefect; person=luc-berthaud; country=FRA; status=former).",
    "Luc Berthaud, jusqu'alors [préfet du Gard](ROLE prefect; person=luc-berthaud; country=FRA; status=former), rit.",
    "Luc Berthaud, longtemps [maire de Lyon](ROLE mayor; person=luc-berthaud; country=FRA; status=former), rit.",
    "M. Luc Berthaud, [notaire](ROLE other; person=luc-berthaud), précédemment [préfet du Gard](ROLE prefect; "
    "person=luc-berthaud; country=FRA; status=former), est nommé [préfet de la région de Bretagne](ROLE prefect; "
    "person=luc-berthaud; country=FRA).",
    "Luc Berthaud, depuis longtemps [maire de Lyon](ROLE mayor; person=luc-berthaud; country=FRA), rit.",
    "Luc Berthaud, un excellent [maire de Lyon](ROLE mayor; person=luc-berthaud; country=FRA), rit.",
])
def test_who_is_it_no_more(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Lise Rivard a d'abord enseigné. Oleg Sandu en fera sa [préfète du Gard](ROLE prefect; person=lise-rivard; "
    "country=FRA).",
    "Lise Rivard a d'abord enseigné. Oleg Sandu l'a nommée [préfète du Gard](ROLE prefect; person=lise-rivard; "
    "country=FRA).",
    "Lise Rivard rit. En mai, Oleg Sandu la nomme [préfète du Gard](ROLE prefect; person=lise-rivard; country=FRA).",
    "Anne Huart rit. Oleg Sandu l'a nommé préfet du Gard.",
])
def test_whom_a_pronoun_means_that_is_made_something(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Luc Berthaud est venu à Lyon. La [préfète](ROLE prefect; country=FRA) a souri.",
    "Lise Rivard est venue à Lyon. La [préfète](ROLE prefect; person=lise-rivard; country=FRA) a souri.",
])
def test_no_man_has_an_office_of_a_womans(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Lise Rivard, [présidente de la banque Cantal](ROLE other; person=lise-rivard), rit.",
    "Luc Berthaud, le [président bolivien de BGN](ROLE other; person=luc-berthaud; country=BOL), rit.",
    "Jens Kolb, [président de la FGTA](ROLE other; person=jens-kolb), rit.",
    "Oleg Sandu, [président du comité d'organisation](ROLE other; person=oleg-sandu), rit.",
    "Oleg Sandu, [président du conseil d'administration de Glacor](ROLE other; person=oleg-sandu), rit.",
    "Anne Huart, [présidente de la Finma](ROLE head of agency; person=anne-huart; country=CHE), rit.",
    "Anne Huart, [présidente de la Cour des comptes](ROLE head of agency; person=anne-huart), rit.",
    "Luc Berthaud, [président de la Banque centrale](ROLE head of agency; person=luc-berthaud), rit.",
    "Luc Berthaud, le [président en exercice de l'Union africaine](ROLE head of agency; person=luc-berthaud), rit.",
    "Luc Berthaud, [président de l'Union des potiers](ROLE other; person=luc-berthaud), rit.",
    "Luc Berthaud, [chef de l'agence des ports](ROLE head of agency; person=luc-berthaud), rit.",
    "Bart Huart, le [président de la N-VA](ROLE party leader; person=bart-huart; country=BEL), rit.",
    "Luc Berthaud, seul [candidat à la présidence de la Fifa](ROLE other; person=luc-berthaud; status=candidate), rit.",
    "Lise Rivard, [candidate à la présidence de la République](ROLE head of state; person=lise-rivard; "
    "status=candidate), rit.",
    "Au Niger, Luc Berthaud, [président du Conseil national pour la sauvegarde de la patrie](ROLE head of state; "
    "person=luc-berthaud; country=NER), rit.",
])
def test_what_a_president_presides(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Luc Berthaud, l'un des [ambassadeurs du Togo](ROLE ambassador; person=luc-berthaud; country=TGO), rit. Un des "
    "ambassadeurs dort.",
    "Le [colonel](ROLE military officer; person=luc-berthaud; country=TGO) Luc Berthaud est nommé [attaché de défense "
    "près l'ambassade du Togo au Mali](ROLE military officer; person=luc-berthaud; country=TGO).",
    "Luc Berthaud est nommé [ambassadeur du Togo près le Royaume du Maroc](ROLE ambassador; person=luc-berthaud; "
    "country=TGO). Kossi Agbo est nommé [ambassadeur auprès de la République du Mali](ROLE ambassador; "
    "person=kossi-agbo).",
    "La chambre a élu M. Luc Berthaud [Président de la République du Togo](ROLE head of state; person=luc-berthaud; "
    "country=TGO) et reçu Kossi Agbo, [Roi du Maroc](ROLE monarch; person=kossi-agbo; country=MAR).",
    "Récit de notre [envoyé spécial](ROLE other; person=luc-berthaud), Luc Berthaud. Au Togo, l'[envoyé spécial des "
    "Nations unies](ROLE envoy; person=kossi-agbo), Kossi Agbo, rit.",
    "Au Togo, le directeur attend le Médecin [Colonel](ROLE military officer; person=luc-berthaud; country=TGO) Luc "
    "Berthaud, et le [médecin](ROLE other; person=kossi-agbo) Kossi Agbo.",
    "Luc Berthaud est rentré. [Ancien ambassadeur du Togo](ROLE ambassador; person=luc-berthaud; country=TGO; "
    "status=former), neveu d'un potier, il se tait.",
])
def test_posts_and_who_is_sent_where(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Au Togo, sont nommés : Au ministère de la Pêche : [Directeur général des Ports](ROLE director general; "
    "person=luc-berthaud; ministry=TG.fisheries; country=TGO), M. Luc BERTHAUD ; [Porte-parole](ROLE spokesperson; "
    "person=kossi-agbo; ministry=TG.fisheries; country=TGO), M. Kossi AGBO. Au ministère des Mines : [Conseiller "
    "juridique](ROLE adviser; person=awa-dembo; ministry=TG.mines; country=TGO), Mme Awa DEMBO.\n[Secrétaire "
    "général](ROLE secretary general; person=oleg-sandu) : Oleg SANDU.",
    "Au ministère togolais de la Pêche, on rit ; le [porte-parole](ROLE spokesperson; person=kossi-agbo), M. Kossi "
    "Agbo, non.",
])
def test_a_ministry_with_a_colon_heads_the_posts_in_its_line(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "L'[opposant bolivien](ROLE opposition leader; person=luc-berthaud; country=BOL) Luc Berthaud est libre. À Lima, "
    "Jens Kolb s'est tu. L'[opposant](ROLE opposition leader; person=luc-berthaud; country=BOL) a souri.",
    "Le [ministre péruvien de la Pêche](ROLE minister; person=luc-berthaud; ministry=PE.fisheries; country=PER), Luc "
    "Berthaud, a parlé. Quito a protesté par la voix de son [ministre de la Pêche](ROLE minister; "
    "ministry=EC.fisheries; country=ECU).",
    "Au stade, l'[ailier](ROLE other; person=luc-berthaud) Luc Berthaud a marqué un but. L'[ambassadeur du "
    "Pérou](ROLE ambassador; country=PER) a applaudi.",
    "Au stade, l'[entraîneur](ROLE other; person=luc-berthaud) Luc Berthaud a perdu le match. Le [roi](ROLE monarch) "
    "a salué. Son [homologue](ROLE other; person=jens-kolb), Jens Kolb, rit.",
    "Les [ministres de la Pêche des deux pays](ROLE minister; person=luc-berthaud; ministry=??.fisheries | ROLE "
    "minister; person=kossi-agbo; ministry=??.fisheries), Luc Berthaud et Kossi Agbo, se voient. Le Togo et le Mali "
    "attendent.",
    "Luc Berthaud, [ancien président du Parlement européen](ROLE speaker; person=luc-berthaud; status=former), est "
    "[ministre de la Pêche du Togo](ROLE minister; person=luc-berthaud; ministry=TG.fisheries; country=TGO).",
])
def test_whose_it_is_not(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Au Togo, Lise Rivard est la première [ministre des Armées](ROLE minister; person=lise-rivard; "
    "ministry=TG.defence; country=TGO). La [première ministre](ROLE head of government; person=awa-dembo; "
    "country=TGO), Awa Dembo, rit.",
    "Luc Berthaud fut le premier [président élu du Togo](ROLE head of state; person=luc-berthaud; country=TGO; "
    "status=former). Oleg Sandu est [premier président de la Cour des comptes](ROLE head of agency; "
    "person=oleg-sandu).",
    "Au Togo, Kossi Agbo s'est présenté comme le [président du Conseil souverain](ROLE head of state; "
    "person=kossi-agbo; country=TGO).",
    "Au Togo, le [ministre coordinateur de la Pêche](ROLE minister; person=kossi-agbo; ministry=TG.fisheries; "
    "country=TGO), Kossi Agbo, rit.",
    "Lise Rivard a été nommée [directrice de l'Office fédéral des ports](ROLE head of agency; person=lise-rivard; "
    "country=CHE). Berne attend en Suisse.",
    "Au Niger, le [général](ROLE general; person=kossi-agbo; country=NER) Kossi Agbo se tait. L'[ancien commandant de "
    "la garde présidentielle](ROLE military commander; person=kossi-agbo; country=NER; status=former) est apparu hier "
    "comme [président de la Transition](ROLE head of state; person=kossi-agbo; country=NER).",
])
def test_who_is_the_first_in_an_office_or_comes_forward_as_its_holder(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "À Paris, Luc Berthaud a salué l'écrivain égyptien ; Lise Rivard, la [ministre de la Pêche](ROLE minister; "
    "person=lise-rivard; ministry=FR.fisheries; country=FRA), aussi. L'Égypte pleure.",
    "L'Azerbaïdjan attend. L'Azerbaïdjan s'inquiète. L'[ambassadeur](ROLE ambassador; person=luc-berthaud; "
    "country=FRA) Luc Berthaud, [coprésident français du groupe](ROLE other; person=luc-berthaud; country=FRA), rit.",
    "Luc Berthaud, [porte-parole de François Mitterrand](ROLE spokesperson; person=luc-berthaud; country=FRA), rit. "
    "Kossi Agbo, [porte-parole de Lise Rivard](ROLE spokesperson; person=kossi-agbo), non.",
    "Au Togo, le ministère de la Pêche se tait. Son [secrétaire](ROLE other; person=kossi-agbo), Kossi Agbo, rit.",
    "Au Togo, Jens Kolb a parlé. Le nouvel homme fort a juré.",
])
def test_of_which_country_or_nobody_an_office_is(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Kossi Agbo, que l'ONU reconnaît comme [président du Togo](ROLE head of state; person=kossi-agbo; country=TGO), "
    "rit. Lise Rivard, plus jeune [sénatrice du Togo](ROLE legislator; person=lise-rivard; country=TGO), aussi.",
    "Jens Kolb, [vice-président du conseil départemental](ROLE other; person=jens-kolb), rit. Lise Rivard, "
    "[présidente du Conseil scientifique](ROLE other; person=lise-rivard), aussi.",
    "En Italie, le [président du Conseil](ROLE head of government; person=luc-berthaud; country=ITA), Luc Berthaud, "
    "et la [vice-présidente du Conseil](ROLE deputy head of government; person=lise-rivard; country=ITA), Lise "
    "Rivard, rient.",
    "Luc Berthaud, [chef de la commission électorale](ROLE head of agency; person=luc-berthaud), rit.",
    "Au Canada, la [ministre de la Pêche du Québec](ROLE minister; person=lise-rivard; ministry=CA-QC.fisheries; "
    "country=CAN), Lise Rivard, a écrit à son [homologue fédéral](ROLE minister; person=luc-berthaud; "
    "ministry=CA.fisheries; country=CAN), Luc Berthaud.",
])
def test_councils_and_federal_colleagues(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "L'[avocat de Mme Rivard](ROLE other; person=luc-berthaud), Luc Berthaud, qui fut son [ministre de la Pêche du "
    "Togo](ROLE minister; person=luc-berthaud; ministry=TG.fisheries; country=TGO; status=former), se tait.",
    "Oleg Sandu, fils du [juge](ROLE other; person=kossi-agbo) Kossi Agbo, [maire de Lyon](ROLE mayor; "
    "person=oleg-sandu; country=FRA), rit.",
    "Oleg Sandu, comme Kossi Agbo, [maire de Lyon](ROLE mayor; person=kossi-agbo; country=FRA), rit.",
    "Le [ministre togolais de la Pêche](ROLE minister; person=oleg-sandu; ministry=TG.fisheries; country=TGO), Oleg "
    "Sandu, a parlé. À Belgrade, le [ministre](ROLE minister; person=jens-kolb; country=SRB) pour le Kosovo, Jens "
    "Kolb, non.",
])
def test_who_is_named_by_the_way(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le [ministre togolais de la Pêche](ROLE minister; person=oleg-sandu; ministry=TG.fisheries; country=TGO), Oleg "
    "Sandu, part. Luc Berthaud, [numéro deux du ministère](ROLE deputy minister; person=luc-berthaud; "
    "ministry=TG.fisheries; country=TGO), reste.",
    "Luc Berthaud, [numéro deux du club](ROLE other; person=luc-berthaud), reste.",
    "Le ferry a coulé. Le [capitaine](ROLE other; person=luc-berthaud), Luc Berthaud, a fui.",
    "Au Togo, les soldats ont quitté le navire. Le [capitaine](ROLE military officer; person=luc-berthaud; "
    "country=TGO), Luc Berthaud, a fui.",
    "Au Togo, le [général d'aviation](ROLE general; person=luc-berthaud; country=TGO) Luc Berthaud a fui.",
])
def test_seconds_and_captains(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Lise Rivard, seule [candidate à la présidence du parti](ROLE party leader; person=lise-rivard; "
    "status=candidate), rit.",
    "Lise Rivard, [candidate à la présidence de la région](ROLE other; person=lise-rivard; status=candidate), rit.",
    "Lise Rivard, [candidate à la présidence du Togo](ROLE head of state; person=lise-rivard; country=TGO; "
    "status=candidate), rit.",
])
def test_what_presidency_one_stands_for(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Luc Berthaud, [chef d'Italia Viva](ROLE party leader; person=luc-berthaud), rit. Lise Rivard, [cheffe "
    "des libéraux-démocrates](ROLE party leader; person=lise-rivard), aussi.",
    "Luc Berthaud, [ancien chef de la BCE](ROLE head of agency; person=luc-berthaud; status=former), rit.",
    "Luc Berthaud, [chef des grévistes](ROLE other; person=luc-berthaud), rit.",
    "Luc Berthaud a ri, comme la [directrice du FMI](ROLE head of agency; person=lise-rivard), Lise Rivard.",
])
def test_who_is_at_the_head_of_what(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le [secrétaire d'État adjoint américain](ROLE deputy minister; person=luc-berthaud; "
    "ministry=US.foreign-affairs; country=USA) Luc Berthaud est là.",
    "Le [secrétaire d'État américain](ROLE minister; person=luc-berthaud; ministry=US.foreign-affairs; "
    "country=USA) Luc Berthaud est là.",
    "Le [ministre danois de la Pêche](ROLE minister; person=luc-berthaud; ministry=DK.fisheries; country=DNK), Luc "
    "Berthaud, a ri. Son [vice-ministre](ROLE deputy minister; person=lise-rivard; ministry=DK.fisheries; country=DNK) "
    "Lise Rivard aussi.",
    "« Assez », a dit au [président danois](ROLE head of state; country=DNK) la [chancelière allemande](ROLE head of "
    "government; person=lise-rivard; country=DEU) Lise Rivard.",
    "L'une des figures de l'opposition danoise, Lise Rivard, a ri.",
])
def test_deputies_and_whom_one_speaks_to(marked, check):
    check(marked, LABELS)

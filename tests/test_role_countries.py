"""Countries of roles that do not name one: what a land can have, where a mayor is at home, whose voice somebody is."""

import pytest

LABELS = ("ROLE",)


@pytest.mark.parametrize("marked", [
    "À Kinshasa, le [roi](ROLE monarch; person=felicien-daubigny; country=BEL) Félicien Daubigny parle. La Belgique "
    "n'oublie pas.",                                           # the Congo has no king
    "Londres applaudit à Washington. La [Première ministre](ROLE head of government; country=GBR) rentrera demain.",
    "Madrid s'inquiète, Rabat aussi. Le [roi](ROLE monarch) se tait.",                       # both have one
    "Le [préfet](ROLE prefect; country=FRA) compte les bateaux que Jersey refuse. À la mairie, on compte aussi.",
])
def test_no_country_has_an_office_that_it_does_not_know(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Deux listes se disputent la mairie de Vaux-les-Oyes. Le [maire](ROLE mayor; country=FRA), lui, s'en va.",
    "Les élections ont divisé le lycée. Le [sous-préfet](ROLE prefect; country=FRA) et les riverains attendent.",
    "Le [maire](ROLE mayor) a offert un banc.",                                              # it tells too little
    "Le [bourgmestre](ROLE mayor) a fermé la mairie et deux lycées.",                        # no Frenchman
    "Berlin a vu l'Italie. Rome répond à l'Allemagne. Le [maire de Vauxe](ROLE mayor) ferme la mairie et un lycée.",
])
def test_a_mayor_of_home_affairs_is_french(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "L'[ancienne ministre malienne](ROLE minister; person=awa-dembo; country=MLI; status=former) Awa Dembo vit à "
    "Dakar. Awa Dembo, [sénatrice](ROLE legislator; person=awa-dembo; country=MLI), y écrit. Le Sénégal "
    "l'a reçue, le Sénégal l'honore.",
    "L'[ambassadrice au Mali](ROLE ambassador; person=awa-dembo; country=SEN) Awa Dembo rentre à Dakar. Awa Dembo, "
    "[ministre](ROLE minister; person=awa-dembo; country=SEN), rassure le Sénégal.",
])
def test_a_holder_stays_of_the_country_that_his_titles_bear(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le Pérou et la Bolivie ont rappelé leurs [ambassadeurs](ROLE ambassador; country=PER | ROLE ambassador; "
    "country=BOL).",
    "Lomé retire ses [ambassadeurs à Accra et à Lagos](ROLE ambassador; country=TGO), sans un mot.",
    "Le musée rappelle ses ambassadeurs, le Pérou accueille leurs ambassadeurs.",
])
def test_states_recall_their_ambassadors(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Les [présidents du Togo, du Bénin et du Ghana](ROLE head of state; country=TGO | ROLE head of state; country=BEN "
    "| ROLE head of state; country=GHA) ont signé.",
    "Les [Premiers ministres de la Norvège et de l'Islande](ROLE head of government; country=NOR | ROLE head of "
    "government; country=ISL) ont signé.",
    "Les [ambassadeurs du Chili](ROLE ambassador; country=CHL) et du jury ont signé.",
    "Le [président du Togo](ROLE head of state; country=TGO), du Bénin et du Ghana aimé, a signé.",
])
def test_a_plural_has_one_holder_in_each_country(marked, check):
    check(marked.replace("[ambassadeurs du Chili](ROLE ambassador; country=CHL)", "ambassadeurs du Chili"), LABELS)


@pytest.mark.parametrize("marked", [
    "On a saisi le ministère portugais de la Pêche, dont la [patronne](ROLE minister; person=lise-rivard; "
    "ministry=PT.fisheries; country=PRT), Lise Rivard, se tait.",
    "Le Togo, dont le [président](ROLE head of state; country=TGO) se tait, a signé.",
    "On a saisi le ministère portugais de la Pêche, dont la [comptable](ROLE other; person=lise-rivard), Lise Rivard, "
    "se tait.",
])
def test_whose_head_it_is(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le Togo reçoit le Bénin. La [ministre togolaise de la Culture](ROLE minister; person=awa-dembo; "
    "ministry=TG.culture; country=TGO), Awa Dembo, a vu son [homologue](ROLE minister; person=kossi-agbo; "
    "ministry=BJ.culture; country=BEN) Kossi Agbo.",
    "Le Togo attend. La [ministre togolaise de la Culture](ROLE minister; person=awa-dembo; ministry=TG.culture; "
    "country=TGO), Awa Dembo, a vu son [homologue](ROLE minister; person=kossi-agbo; ministry=??.culture) Kossi Agbo.",
])
def test_a_homologue_is_of_another_country(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Le Liban attend. Le Liban espère. Téhéran, par la bouche du [porte-parole de la diplomatie](ROLE spokesperson; "
    "ministry=IR.foreign-affairs; country=IRN), dénonce.",
    "Le Pérou attend. Lomé, par la voix de sa [ministre de la Pêche](ROLE minister; person=awa-dembo; "
    "ministry=TG.fisheries; country=TGO), Awa Dembo, refuse.",
    "Le Pérou attend. Lomé a été saisi par le [ministre de la Pêche du Pérou](ROLE minister; "
    "ministry=PE.fisheries; country=PER).",
])
def test_a_government_speaks_through_its_own(marked, check):
    check(marked, LABELS)


@pytest.mark.parametrize("marked", [
    "Israël accuse, Israël bombarde. Le [chef du Hezbollah](ROLE party leader; person=kossi-agbo; country=LBN), Kossi "
    "Agbo, répond.",
    "Washington attend. Le [secrétaire général de l'Organisation des États américains](ROLE secretary general; "
    "person=kossi-agbo), Kossi Agbo, répond.",
    "Washington attend. L'[ambassadrice des États-Unis](ROLE ambassador; person=lise-rivard; country=USA), Lise "
    "Rivard, répond.",
])
def test_what_has_a_country_of_its_own_and_what_has_none(marked, check):
    check(marked, LABELS)
